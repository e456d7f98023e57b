using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>The reports that a body waits for, or has and has not taken in.</summary>
internal sealed partial class HoldUpFinder
{
    private int[] Reporters(BodyProgress own) =>
        model.IsRestructured ? [.. AddresseesOf(own.Body)] : [.. model.ReportersTo(root, own.Body)];

    /// <summary>It waits for reports; when all have come, for whoever registers them.</summary>
    private IEnumerable<HoldUp> AwaitingReports(BodyProgress own)
    {
        var missing = Reporters(own).Count(body => !(progress.GetValueOrDefault(body)?.ReportArrivedAt >= 0));
        var since = own.IssuedAt >= 0 ? own.IssuedAt : own.HandledAt;
        if (missing > 0)
        {
            yield return At(own.Body, Step.None, since, HoldUpCause.AwaitsReports, missing, 0);
        }
        else if (Unregistered(own) is { Count: > 0 } unregistered)
        {
            yield return AtStep(own.Body, Step.RegisterReport, unregistered[0], 0) with { Count = unregistered.Count };
        }
        else if (own.HandedTo >= 0)
        {
            yield return At(own.Body, Step.None, own.HandedAt, HoldUpCause.UnderWay, 1, 0); // sent on, and not there yet
        }
        else if (own.TakenForNew > 0 || Array.Exists(Reporters(own), body => progress.GetValueOrDefault(body)?.TakenForNew > 0))
        {
            yield return At(own.Body, Step.None, since, HoldUpCause.AwaitsReports, 1, 0); // the second one of somebody
        }
    }

    /// <summary>When each report came that whoever has the paper has not registered, the first one first.</summary>
    private List<int> Unregistered(BodyProgress own)
    {
        var came = new SortedDictionary<uint, int>();
        var holder = HolderOf(own.Body);
        for (var sequence = 1U; sequence <= trace.CountOf(holder); sequence++)
        {
            ref readonly var entry = ref trace.Of(holder, sequence);
            if (entry.Tick > at || entry.Root != directive.ShortHash || trace.OwnerOf(entry) != own.Body)
            {
                continue;
            }

            if (entry.Kind == EntryKind.Arrived && RunTrace.IsReport(entry))
            {
                came[sequence] = entry.Tick;
            }
            else if (entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterReport })
            {
                came.Remove(entry.CauseSequence);
            }
        }

        return model.Kinds[model.FactsOf(holder).Kind].Takes(Step.RegisterReport) ? [.. came.Values] : [];
    }

    /// <summary>The report that is being made, or is on its way.</summary>
    private HoldUp Report(int body, BodyProgress own, CompiledKind kind)
    {
        if (own.UnsentAt >= 0)
        {
            return At(body, Step.None, own.UnsentAt, HoldUpCause.Unsent, 1, 0);
        }

        var (step, since) = NextStep(body, kind, own.ClosedAt, Step.Compile, Step.SignReport, Step.IssueReport);
        return step == Step.None
            ? At(body, Step.None, since, HoldUpCause.UnderWay, 1, 0)
            : AtStep(body, step, since, 0);
    }
}
