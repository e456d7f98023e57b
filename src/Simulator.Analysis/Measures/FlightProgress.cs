using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>How other papers have touched a body's paper on its way. Moments are ticks; -1: not.</summary>
public sealed class FlightProgress
{
    /// <summary>When a newer paper took its force away here.</summary>
    public int SupersededAt { get; internal set; } = -1;

    /// <summary>When the body accepted a recall (status 15).</summary>
    public int RecalledAt { get; internal set; } = -1;

    /// <summary>When it refused one (status 16).</summary>
    public int RefusedRecallAt { get; internal set; } = -1;

    /// <summary>
    /// When it first ended, or had to stop, a step of handling, relaying or carrying out that lasted beyond the issue of
    /// the newer paper or of the recall: two versions were in force at once.
    /// </summary>
    public int OutdatedAt { get; internal set; } = -1;

    /// <summary>The place of the directive by which due dates and lengths were last changed; -1: none.</summary>
    public int Update { get; internal set; } = -1;

    /// <summary>Since when it has waited for the sender to say which paper is meant; -1: it does not wait.</summary>
    public int AsksSince { get; internal set; } = -1;

    /// <summary>How many copies came again from the same sender.</summary>
    public int Duplicates { get; internal set; }

    /// <summary>Whether the paper has no force here any more.</summary>
    public bool IsWithdrawn => SupersededAt >= 0 || RecalledAt >= 0;

    /// <summary>From when on a directive is outdated: the first newer paper or its recall; -1: never.</summary>
    internal static int OutdatedFrom(CompiledModel model, CompiledDirective directive)
    {
        if (directive.Flight is not { } flight)
        {
            return -1;
        }

        var from = flight.Recall?.At.Value ?? int.MaxValue;
        foreach (var newer in flight.Newer)
        {
            from = Math.Min(from, model.Directives[newer].Issued);
        }

        return from == int.MaxValue ? -1 : from;
    }

    internal void Take(CompiledModel model, in Entry entry, int outdatedFrom)
    {
        switch (entry.Kind)
        {
            case EntryKind.Superseded:
                SupersededAt = entry.Tick;
                break;
            case EntryKind.RecallSent when entry.What == 0:
                RecalledAt = entry.Tick;
                break;
            case EntryKind.RecallAnswered when entry.What == Recall.Accepted:
                RecalledAt = RecalledAt < 0 ? entry.Tick : RecalledAt;
                break;
            case EntryKind.RecallAnswered:
                RefusedRecallAt = entry.Tick;
                break;
            case EntryKind.Unresolved when entry.Item == 1:
                AsksSince = entry.Tick;
                break;
            case EntryKind.Arrived when entry is { What: (byte)PaperClass.ClarificationAnswer }:
                AsksSince = -1;
                break;
            case EntryKind.Updated:
                var hash = entry.B;
                Update = model.Directives.ToList().FindIndex(each => each.ShortHash >> 8 == hash);
                break;
            case EntryKind.StepEnded or EntryKind.WorkStopped when IsWork(entry.Step):
                var isLate = outdatedFrom >= 0 && entry.Tick > outdatedFrom && OutdatedAt < 0;
                OutdatedAt = isLate ? entry.Tick : OutdatedAt;
                break;
        }
    }

    private static bool IsWork(Step step) => step is Step.Assign or Step.Draft or Step.Sign or Step.Issue or Step.CarryOut;
}
