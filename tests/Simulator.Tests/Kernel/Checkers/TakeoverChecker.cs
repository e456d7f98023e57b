using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A body that is dissolved in the middle of a run never starts work again; each of its files, and each letter that still
/// comes to it, goes to whoever has its duties, once, comes there when it must, and is gone on with only then; and no
/// assignment of a file is carried out twice.
/// </summary>
internal sealed class TakeoverChecker : IChecker
{
    private static readonly EntryKind[] OfTheDissolved = [EntryKind.Arrived, EntryKind.HandedOver, EntryKind.SentOn];

    public IEnumerable<string> Complaints(Evidence evidence)
    {
        if (!evidence.Model.IsRestructured)
        {
            return [];
        }

        var dissolved = DissolvedIn(evidence);
        return AfterTheEnd(evidence, dissolved)
            .Concat(NotHandedOver(evidence, dissolved))
            .Concat(NotArrived(evidence, dissolved))
            .Concat(BeforeRegistration(evidence))
            .Concat(DoneTwice(evidence))
            .Concat(NotAddingUp(evidence));
    }

    /// <summary>By body, the tick of its end, and by tick from when on what it hands on can come: worked out as declared.</summary>
    private static Dictionary<ulong, End> DissolvedIn(Evidence evidence)
    {
        var dissolved = new Dictionary<ulong, End>();
        var model = evidence.Model.Source;
        foreach (var begun in evidence.Of(EntryKind.Intervened))
        {
            var acts = evidence.InterventionOf(begun)!.Source.Acts.OfType<RestructuringAct>().ToList();
            if (acts.Count == 0)
            {
                continue;
            }

            var comes = begun.Tick + Math.Max(1, acts.Max(act => act.HandOver.Minutes));
            var before = dissolved.ToList();
            var gone = new HashSet<ulong>();
            foreach (var act in acts)
            {
                var after = Reorganisation.Of(model, act.Change);
                gone.UnionWith(after.Dissolved.Select(Hash64.Of));
                model = after.Model;
            }

            foreach (var body in gone)
            {
                dissolved.TryAdd(body, new End(begun.Tick, [new(begun.Tick, comes, SuccessorOf(evidence, body, begun.Tick))]));
            }

            foreach (var (_, end) in before)
            {
                // What goes on from its successor too comes behind the files that lay there.
                var last = end.Ways[^1];
                if (gone.Contains(last.To))
                {
                    end.Ways.Add(new(begun.Tick, Math.Max(last.From + 1, comes), dissolved[last.To].Ways[^1].To));
                }
            }
        }

        return dissolved;
    }

    private static IEnumerable<string> AfterTheEnd(Evidence evidence, Dictionary<ulong, End> dissolved) =>
        from entry in evidence.Entries
        where dissolved.TryGetValue(entry.Body, out var end) && entry.Tick >= end.At && !OfTheDissolved.Contains(entry.Kind)
        select $"by a body that is dissolved: {evidence.InWords(entry)}";

    /// <summary>Papers that it has, or still gets, and letters that still come.</summary>
    private static IEnumerable<string> NotHandedOver(Evidence evidence, Dictionary<ulong, End> dissolved)
    {
        foreach (var (body, (at, _)) in dissolved)
        {
            var own = evidence.Entries.Where(entry => entry.Body == body).ToList();
            var papers = own.Where(entry => entry.BringsDirective || IsFile(entry)
                    || (entry.Kind == EntryKind.Issued && evidence.RootOf(entry) >= 0
                        && IssuerOf(evidence, entry) == evidence.IndexOf(body)))
                .Select(entry => (entry.Root, entry.Route, Tick: Math.Max(entry.Tick, at))).ToHashSet();
            var handed = own.Where(entry => entry.Kind == EntryKind.HandedOver)
                .Select(entry => (entry.Root, entry.Route, entry.Tick)).ToList();
            foreach (var paper in papers.Where(paper => handed.Count(each => each == paper) != 1))
            {
                yield return $"'{evidence.Model.Bodies[evidence.IndexOf(body)].Id}' kept a paper by route {paper.Route}";
            }

            foreach (var letter in own.Where(entry => entry.Kind == EntryKind.Arrived && entry.Tick >= at
                && !entry.BringsDirective && !IsFile(entry)))
            {
                if (own.Count(entry => entry.Kind == EntryKind.SentOn && entry.CauseSequence == letter.Sequence) != 1)
                {
                    yield return $"not sent on once: {evidence.InWords(letter)}";
                }
            }
        }
    }

    private static IEnumerable<string> NotArrived(Evidence evidence, Dictionary<ulong, End> dissolved)
    {
        var arrivals = evidence.Of(EntryKind.Arrived).Where(entry => IsFile(entry) || entry.What == (byte)PaperClass.SentOn)
            .ToLookup(entry => (entry.CauseBody, entry.CauseSequence));
        foreach (var sent in evidence.Entries.Where(entry => entry.Kind is EntryKind.HandedOver or EntryKind.SentOn))
        {
            var end = dissolved[sent.Body];
            var way = end.Ways.Last(each => each.Since <= sent.Tick);
            var due = Math.Max(sent.Tick + 1, way.From);
            var came = arrivals[(sent.Body, sent.Sequence)].ToList();
            if (due <= evidence.Until && (came.Count != 1 || came[0].Tick != due || came[0].Body != way.To))
            {
                var to = evidence.Model.Bodies[evidence.IndexOf(way.To)].Id;
                yield return $"not with '{to}' at {due}: {evidence.InWords(sent)}";
            }
        }
    }

    /// <summary>Whoever has its duties if that is one body, else the first above it that is there then.</summary>
    private static ulong SuccessorOf(Evidence evidence, ulong who, int tick)
    {
        var model = evidence.ModelAt(tick);
        var body = evidence.IndexOf(who);
        if (model.Bodies[body].Dissolved is { Duties: [var one] })
        {
            return Hash64.Of(one);
        }

        var above = body;
        do
        {
            above = model.Superior[above];
        }
        while (model.Bodies[above].Dissolved is not null);

        return model.FactsOf(above).Hash;
    }

    /// <summary>A file is registered before anything else is done with it.</summary>
    private static IEnumerable<string> BeforeRegistration(Evidence evidence)
    {
        foreach (var file in evidence.Entries.GroupBy(entry => (entry.Body, entry.Root, entry.Route)))
        {
            var steps = file.SkipWhile(entry => !IsFile(entry)).Skip(1)
                .Where(entry => entry.Kind == EntryKind.StepEnded && entry.Step is not (Step.RegisterReport or Step.RegisterReminder
                    or Step.RegisterInspection)).ToList();
            if (steps.Count > 0 && evidence.Takes(file.Key.Body, Step.Register) && steps[0].Step != Step.Register)
            {
                yield return $"gone on with before it was registered: {evidence.InWords(steps[0])}";
            }
        }
    }

    private static IEnumerable<string> DoneTwice(Evidence evidence)
    {
        var files = new FileOwners(evidence.Model);
        var done = new HashSet<(int, uint, byte)>();
        foreach (var entry in evidence.Entries.Where(entry => evidence.RootOf(entry) >= 0))
        {
            var body = evidence.IndexOf(entry.Body);
            files.Take(entry, body);
            if (entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut }
                && !done.Add((files.OwnerOf(entry, body), entry.Root, entry.Item)))
            {
                yield return $"carried out twice: {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>A body closes once with itself and what the reports said that were registered, there or here.</summary>
    private static IEnumerable<string> NotAddingUp(Evidence evidence)
    {
        var files = new FileOwners(evidence.Model);
        var counted = new Dictionary<(int, uint), int>();
        var taken = new HashSet<(int, uint, ulong)>();
        var closed = new HashSet<(int, uint)>();
        foreach (var entry in evidence.Entries.Where(entry => evidence.RootOf(entry) >= 0))
        {
            var body = evidence.IndexOf(entry.Body);
            files.Take(entry, body);
            var about = (files.OwnerOf(entry, body), entry.Root);
            if (ReportIn(evidence, entry) is { } report && !closed.Contains(about)
                && taken.Add((about.Item1, about.Root, SenderOf(evidence, report))))
            {
                counted[about] = counted.GetValueOrDefault(about) + report.A;
            }
            else if (entry.Kind == EntryKind.Closed)
            {
                var own = IssuerOf(evidence, entry) == about.Item1 ? 0 : 1;
                if (!closed.Add(about) || entry.A != own + counted.GetValueOrDefault(about))
                {
                    yield return $"{own} and {counted.GetValueOrDefault(about)} were counted: {evidence.InWords(entry)}";
                }
            }
        }
    }

    /// <summary>Who issues a directive as the organisation is when it is issued.</summary>
    private static int IssuerOf(Evidence evidence, in Entry entry)
    {
        var directive = evidence.DirectiveOf(entry);
        return evidence.ModelAt(directive.Issued).Directives[evidence.RootOf(entry)].Issuer;
    }

    private static Entry? ReportIn(Evidence evidence, Entry entry)
    {
        var isTaken = entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterReport }
            || (entry.Kind == EntryKind.Arrived && !evidence.Takes(entry.Body, Step.RegisterReport));
        var arrival = entry.Kind == EntryKind.Arrived ? entry : isTaken ? evidence.CauseOf(entry) : null;
        return isTaken && arrival is { } came && (came.What == (byte)PaperClass.Report
            || came is { What: (byte)PaperClass.SentOn, Item: (byte)PaperClass.Report }) ? came : null;
    }

    /// <summary>Who wrote a report, wherever it was sent on from: the entry that sent it tells him and his file.</summary>
    private static ulong SenderOf(Evidence evidence, Entry arrival)
    {
        while (arrival.What == (byte)PaperClass.SentOn && evidence.CauseOf(arrival) is { } sentOn
            && evidence.CauseOf(sentOn) is { } before)
        {
            arrival = before;
        }

        return arrival.CauseBody ^ ((ulong)(evidence.CauseOf(arrival)?.Route ?? 0) << 56);
    }

    /// <param name="At">The tick of its end.</param>
    /// <param name="Ways">To whom its papers go, since when, and from when on they are there.</param>
    private sealed record End(int At, List<Way> Ways);

    private sealed record Way(int Since, int From, ulong To);

    private static bool IsFile(in Entry entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.HandedFile };
}
