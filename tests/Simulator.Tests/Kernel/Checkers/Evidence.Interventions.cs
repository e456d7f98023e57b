using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>What a director did to a run, and what that made of offices and channels.</summary>
internal sealed partial class Evidence
{
    private RunTrace? _trace;

    /// <summary>The model by which bodies acted at a tick, what the director did at that tick included.</summary>
    public CompiledModel ModelAt(int tick) =>
        Model.Interventions.Count == 0 ? Model : (_trace ??= new RunTrace(Model, [.. Entries])).ModelAt(tick);

    /// <summary>The intervention that an entry of the director is about; <c>null</c>: none.</summary>
    public CompiledIntervention? InterventionOf(Entry entry) =>
        Model.Interventions.FirstOrDefault(each => each.ShortHash == entry.Root);

    /// <summary>How a kind took a step at a tick.</summary>
    public StepRule RuleAt(int tick, ulong body, Step step)
    {
        if (Model.Interventions.Count == 0 || RuleOf(body, step) is not { } declared)
        {
            return RuleOf(body, step)!;
        }

        var (kind, taken) = (KindOf(body).Id, step is Step.SignByOrder or Step.SignByAuthorisation ? Step.Sign : step);
        var rule = ModelAt(tick).Source.Kinds.First(each => each.Id == kind).Steps.First(rule => rule.Step == taken);
        return declared with { Takes = rule.Takes, PerAddressee = rule.PerAddressee };
    }

    /// <summary>The hours of a post at a tick.</summary>
    public WorkingCalendar HoursAt(int tick, ulong body, Post post, Urgency urgency)
    {
        var model = ModelAt(tick);
        return model.Offices[model.FactsOf(IndexOf(body)).Office].All[(int)post].HoursFor(urgency);
    }

    /// <summary>The working minutes of a post from one tick to another, each in the hours that held then.</summary>
    public int Worked(ulong body, Post post, Urgency urgency, int from, int to)
    {
        var worked = 0;
        foreach (var change in Entries.Where(entry => entry.Body == Director.Hash).Select(entry => entry.Tick).Append(to))
        {
            if (change > from)
            {
                worked += (int)HoursAt(from, body, post, urgency).WorkingBetween(from, Math.Min(change, to));
                from = Math.Min(change, to);
            }
        }

        return worked;
    }

    /// <summary>What tells the draws about an inspection that the director ordered from others; 0: he did not.</summary>
    private int OrderOf(Entry entry)
    {
        while (entry.Kind != EntryKind.FollowedUp)
        {
            var isOfInspection = entry is { Kind: EntryKind.StepEnded, Step: Step.Inspect }
                or { Kind: EntryKind.Arrived or EntryKind.Lost, What: (byte)PaperClass.Inspection };
            if (!isOfInspection || CauseOf(entry) is not { } cause)
            {
                return 0;
            }

            entry = cause;
        }

        return entry is { What: 1 } && entry.CauseBody == Director.Hash && CauseOf(entry) is { } order
            ? unchecked((ushort)((order.Root + order.Sequence) | 0x8000))
            : 0;
    }
}
