using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>What reports a body had been told by when it closed its figures.</summary>
internal sealed partial class Evidence
{
    /// <summary>
    /// The arrival of the report that an entry takes in, by registering it or, where nobody does, by arriving;
    /// <c>null</c>: it takes none in.
    /// </summary>
    public static Entry? IsTakenIn(Evidence evidence, in Entry entry)
    {
        var arrival = entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterReport } ? evidence.CauseOf(entry) ?? default
            : entry.Kind != EntryKind.Arrived || evidence.Takes(entry.Body, Step.RegisterReport) ? default
            : entry;
        return arrival.Kind == EntryKind.Arrived
            && (PaperClass)arrival.What is PaperClass.Report or PaperClass.PeriodicReport
                ? arrival
                : null;
    }

    /// <summary>
    /// The reports that the figures of an entry rest on: all last ones taken in before it and, unless all
    /// addressees have reported, the newest periodic one of each other addressee.
    /// </summary>
    public static IReadOnlyList<Entry> Told(Evidence evidence, Entry figures)
    {
        var final = new Dictionary<ulong, Entry>();
        var newest = new Dictionary<ulong, Entry>();
        foreach (var entry in evidence.DossierOf(figures).Where(entry => entry.Sequence < figures.Sequence))
        {
            if (IsTakenIn(evidence, entry) is not { } report)
            {
                continue;
            }

            if (report.What == (byte)PaperClass.Report)
            {
                final.TryAdd(report.CauseBody, report);
            }
            else if (report.Item > newest.GetValueOrDefault(report.CauseBody).Item)
            {
                newest[report.CauseBody] = report;
            }
        }

        return [.. final.Values, .. newest.Where(each => !final.ContainsKey(each.Key)).Select(each => each.Value)];
    }

    /// <summary>Which periodic report a step was about; 0: none.</summary>
    public static int NumberOf(in Entry entry) =>
        entry.Kind == EntryKind.FiguresClosed ? entry.Item
        : entry.Kind == EntryKind.StepEnded && entry.Step
            is Step.CompileFigures or Step.SignFigures or Step.IssueFigures or Step.RegisterReport && entry.B < 256
                ? entry.B
        : 0;

    /// <summary>Which event a step about a flash report was about, by the duty's own number; 0: none.</summary>
    public static int FlashOf(in Entry entry) => entry.Kind switch
    {
        EntryKind.StepEnded when entry.Step != Step.CarryOut && entry.B > 256 => entry.B - 256,
        EntryKind.Arrived or EntryKind.Lost when entry.What == (byte)PaperClass.FlashReport => entry.Item,
        _ => 0,
    };

    /// <summary>
    /// The mark of the paper that an entry is about: the directive's, which every paper about it bears, but for
    /// flash reports, which have their own.
    /// </summary>
    public Urgency UrgencyOf(in Entry entry)
    {
        var directive = DirectiveOf(entry);
        var isFlash = FlashOf(entry) > 0 || (entry.Kind == EntryKind.DelayedByLoad && CauseOf(entry) is { } cause
            && (cause.Kind == EntryKind.EventOccurred || FlashOf(cause) > 0));
        return isFlash ? directive.Flash!.Urgency : directive.Source.Urgency;
    }

    /// <summary>The occurrence by which the draws about a flash report are keyed.</summary>
    public uint FlashHash(in Entry entry) =>
        Model.Events[DirectiveOf(entry).Flash!.EventOf(FlashOf(entry))].ShortHash;

    /// <summary>When the handling of a dossier ended; -1: not in this journal.</summary>
    public int HandledAt(IReadOnlyList<Entry> dossier)
    {
        var ends = Model.Kinds[Model.FactsOf(IndexOf(dossier[0].Body)).Kind].HandlingEnds;
        return dossier
            .Where(entry => IsHandled(entry) && (ends == Step.None
                ? entry is { BringsDirective: true }
                : entry.Kind == EntryKind.StepEnded
                    && (entry.Step == ends || (entry.Step == Step.Register && IsCorrection(entry)))))
            .Select(entry => entry.Tick)
            .DefaultIfEmpty(-1)
            .First();
    }
}
