using System.Globalization;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>The words of a run that spans say, by their numbers in the store.</summary>
internal sealed class TraceNames
{
    private readonly ExportSource source;
    private readonly ExportedNames names;
    private readonly Dictionary<long, string> papers;
    private readonly Dictionary<long, string> states;
    private readonly Dictionary<long, string> outcomes;
    private readonly Dictionary<long, (string Kind, string Line)> kinds = [];
    private readonly List<long> kindOf = [];
    private readonly Dictionary<long, TracedDirective> byHash = [];
    private readonly Dictionary<long, TracedDirective> directives = [];

    internal TraceNames(ExportSource source)
    {
        this.source = source;
        names = new ExportedNames(source);
        papers = Words("paper");
        states = Words("progress");
        outcomes = Words("outcome");
        using (var rows = source.Rows("SELECT id, key, line FROM kind"))
        {
            while (rows.Read())
            {
                kinds.Add(rows.Number(0), (rows.Text(1), rows.Text(2)));
            }
        }

        using (var rows = source.Rows("SELECT coalesce(kind, -1) FROM body ORDER BY id"))
        {
            while (rows.Read())
            {
                kindOf.Add(rows.Number(0));
            }
        }

        ReadDirectives();
    }

    /// <summary>The directives of the run, in the order of the scenario.</summary>
    internal IReadOnlyCollection<TracedDirective> Directives => directives.Values;

    /// <summary>A directive; <c>null</c>: it is an event, or an intervention.</summary>
    internal TracedDirective? Directive(long root) => directives.GetValueOrDefault(root);

    /// <summary>A directive by the upper 24 bits of its hash, which is what entries have room for.</summary>
    internal TracedDirective? DirectiveByHash(long hash) => byHash.GetValueOrDefault(hash);

    internal string Key(long body) => names.Bodies[(int)body].Key;

    internal string Name(long body) => names.Bodies[(int)body].Name;

    /// <summary>The level of a body; the director has none.</summary>
    internal string Level(long body) => names.Level(names.Bodies[(int)body]) ?? Key(body);

    internal string? Kind(long body) => kinds.TryGetValue(kindOf[(int)body], out var kind) ? kind.Kind : null;

    internal string? Line(long body) => kinds.TryGetValue(kindOf[(int)body], out var kind) ? kind.Line : null;

    internal string Activity(long activity) => names.Activity(activity);

    internal string Post(long post) => names.Post(post);

    internal string? Assignment(long root, long item) => names.Assignment(root, item);

    internal string Paper(long paper) => papers[paper];

    internal string State(long state) => states[state];

    internal string? Outcome(long? outcome) => outcome is { } number ? outcomes[number] : null;

    /// <summary>The id of an entry in the object-centric log.</summary>
    internal string Entry(long body, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{Key(body)}#{sequence}");

    /// <summary>A tick in local civil time; <c>null</c>: never.</summary>
    internal string? Moment(long? tick) =>
        tick is { } at ? source.At(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : null;

    private Dictionary<long, string> Words(string table)
    {
        var words = new Dictionary<long, string>();
        using var rows = source.Rows($"SELECT id, key FROM {table}");
        while (rows.Read())
        {
            words.Add(rows.Number(0), rows.Text(1));
        }

        return words;
    }

    private void ReadDirectives()
    {
        using var rows = source.Rows(
            "SELECT d.root, r.key, d.symbol, d.title, d.issuer, d.issued, d.urgency, d.addressed, r.hash"
            + " FROM directive d JOIN root r ON r.id = d.root ORDER BY d.root");
        while (rows.Read())
        {
            var directive = new TracedDirective(
                rows.Number(0), rows.Text(1), rows.TextOrNull(2), rows.Text(3), rows.Number(4), rows.NumberOrNull(5),
                rows.Number(6), rows.Number(7));
            directives.Add(directive.Root, directive);
            byHash.TryAdd(rows.Number(8) >> 8, directive);
        }
    }
}
