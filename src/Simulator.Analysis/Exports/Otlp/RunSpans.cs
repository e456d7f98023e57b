using Simulator.Analysis.Waits;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// A run as spans, a trace a directive: the entries of one body after the other are read and given, and no more is held than
/// one body's. The directive's own span comes last, when it is known how far it lasts.
/// </summary>
internal sealed class RunSpans
{
    private static readonly string[] s_urgencies = ["routine", "urgent", "very urgent", "express", "timed express"];

    private readonly ExportSource source;
    private readonly TraceNames names;
    private readonly SpanIds ids;
    private readonly FileSpans spans;
    private readonly TracedDirective? only;
    private readonly Dictionary<long, (long Bodies, long Open, long End)> lasts = [];

    /// <summary>The spans of a run.</summary>
    /// <param name="source">The run.</param>
    /// <param name="names">Its words.</param>
    /// <param name="only">The one directive that is wanted; <c>null</c>: all.</param>
    internal RunSpans(ExportSource source, TraceNames names, TracedDirective? only = null)
    {
        this.source = source;
        this.names = names;
        this.only = only;
        ids = new SpanIds(source.Fact("digest"));
        spans = new FileSpans(names, ids, source.Until);
    }

    /// <summary>How many entries are about no directive, and in no trace: absences, events, interventions.</summary>
    internal long LeftOut { get; private set; }

    /// <summary>How many handlings there are.</summary>
    internal long Handlings => lasts.Values.Sum(last => last.Bodies);

    /// <summary>How many of them had not ended.</summary>
    internal long Open => lasts.Values.Sum(last => last.Open);

    /// <summary>How many traces.</summary>
    internal int Traces => lasts.Count;

    /// <summary>The last tick of all spans; where there are none, the end of the run.</summary>
    internal long LastTick() => All().Select(span => span.End).DefaultIfEmpty(source.Until).Max();

    internal IEnumerable<SimulatedSpan> All()
    {
        using var entries = Keyed($"{TracedEntry.Sql}{Only("e.root")} ORDER BY e.id");
        using var waits = new KeyedRows(source.Rows("SELECT entry, reason, minutes FROM wait ORDER BY entry, reason"));
        using var reports = new KeyedRows(source.Rows(
            "SELECT id, body, paper, number, arrived, receiver, counted, known, claimed FROM report ORDER BY id"));
        using var dossiers = Keyed(
            "SELECT body, root, addressed, state, paper_from, sent, arrived, registered, complied, report_arrived, by_cut_off,"
            + $" stalled FROM dossier{Only("root")} ORDER BY body, root");
        using var own = Keyed(
            $"SELECT body, root, item, due, ended, state, outcome FROM own_assignment{Only("root")} ORDER BY body, root, item");
        while (entries.NextKey(out var body))
        {
            var standings = Standings(dossiers, body);
            var assignments = Assignments(own, body);
            var files = new Dictionary<(long Root, long Route), TracedFile>();
            while (entries.Next(body))
            {
                Take(TracedEntry.From(entries.Row), waits, reports, files, standings, assignments);
            }

            foreach (var file in files.Values)
            {
                foreach (var span in Of(file, files))
                {
                    yield return span;
                }
            }
        }

        foreach (var directive in names.Directives.Where(directive => lasts.ContainsKey(directive.Root)))
        {
            yield return Whole(directive, lasts[directive.Root]);
        }
    }

    private void Take(
        TracedEntry entry, KeyedRows waits, KeyedRows reports, Dictionary<(long Root, long Route), TracedFile> files,
        Dictionary<long, TracedDossier> standings, ILookup<long, TracedAssignment> assignments)
    {
        if (names.Directive(entry.Root) is not { } directive)
        {
            LeftOut++;
            return;
        }

        if (entry.IsStep)
        {
            var parts = new List<EntryWait>();
            while (waits.Next(entry.Id))
            {
                parts.Add(new EntryWait((WaitReason)waits.Row.Number(1), waits.Row.Number(2)));
            }

            entry.Waits = parts;
        }

        if (reports.Next(entry.Id))
        {
            var row = reports.Row;
            entry.Report = new LeavingReport(
                row.Number(1), row.Number(2), row.Number(3), row.NumberOrNull(4), row.NumberOrNull(5), row.NumberOrNull(6),
                row.NumberOrNull(7), row.NumberOrNull(8));
        }

        if (!files.TryGetValue((entry.Root, entry.Route), out var file))
        {
            var isFirst = entry.Route == 0;
            files[(entry.Root, entry.Route)] = file = new TracedFile
            {
                Directive = directive,
                Body = entry.Body,
                Route = entry.Route,
                Dossier = isFirst ? standings.GetValueOrDefault(entry.Root) : null,
                Assignments = isFirst ? [.. assignments[entry.Root]] : [],
            };
        }

        file.Entries.Add(entry);
    }

    private List<SimulatedSpan> Of(TracedFile file, Dictionary<(long Root, long Route), TracedFile> files)
    {
        var root = file.Directive.Root;
        var all = spans.Of(file, files.ContainsKey((root, 0)));
        var (bodies, open, end) = lasts.GetValueOrDefault(root);
        lasts[root] = (bodies + 1, open + (file.IsOpen ? 1 : 0), Math.Max(end, all.Max(span => span.End)));
        return all;
    }

    /// <summary>The directive as a whole, from its signing to the end of the last that is part of it.</summary>
    private SimulatedSpan Whole(TracedDirective directive, (long Bodies, long Open, long End) last)
    {
        using var reached = source.Rows(
            "SELECT count(arrived), count(complied) FROM dossier WHERE root = ? AND addressed = 1", directive.Root);
        reached.Read();
        return new SimulatedSpan
        {
            Trace = ids.Trace(directive.Key),
            Id = ids.Directive(directive.Key),
            Parent = 0,
            Name = directive.Key,
            From = names.Level(directive.Issuer),
            Start = Math.Min(directive.Issued ?? last.End, last.End),
            End = last.End,
        }
        .With("simulator.directive", directive.Key)
        .With("simulator.symbol", directive.Symbol)
        .With("simulator.title", directive.Title)
        .With("simulator.issuer", names.Key(directive.Issuer))
        .With("simulator.urgency", s_urgencies[directive.Urgency])
        .With("simulator.addressed", directive.Addressed)
        .With("simulator.reached", reached.Number(0))
        .With("simulator.complied", reached.Number(1))
        .With("simulator.handlings", last.Bodies)
        .With("simulator.open_handlings", last.Open);
    }

    private KeyedRows Keyed(string sql) =>
        new(only is null ? source.Rows(sql) : source.Rows(sql, only.Root));

    private string Only(string column) => only is null ? "" : $" WHERE {column} = ?";

    private static Dictionary<long, TracedDossier> Standings(KeyedRows dossiers, long body)
    {
        var found = new Dictionary<long, TracedDossier>();
        while (dossiers.Next(body))
        {
            var row = dossiers.Row;
            found.Add(row.Number(1), new TracedDossier(
                row.Number(2) != 0, row.Number(3), row.NumberOrNull(4), row.NumberOrNull(5), row.NumberOrNull(6),
                row.NumberOrNull(7), row.NumberOrNull(8), row.NumberOrNull(9), row.Number(10) != 0, row.Number(11)));
        }

        return found;
    }

    private static ILookup<long, TracedAssignment> Assignments(KeyedRows own, long body)
    {
        var found = new List<(long Root, TracedAssignment Own)>();
        while (own.Next(body))
        {
            var row = own.Row;
            found.Add((row.Number(1), new TracedAssignment(
                row.Number(2), row.NumberOrNull(3), row.NumberOrNull(4), row.Text(5), row.NumberOrNull(6))));
        }

        return found.ToLookup(each => each.Root, each => each.Own);
    }
}
