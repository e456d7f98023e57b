namespace Simulator.Kernel.Engine;

public sealed partial class RunClock
{
    private static void CheckStarts(int[] starts)
    {
        var falls = false;
        for (var place = 1; place < starts.Length; place++)
        {
            falls |= starts[place] < starts[place - 1];
        }

        if (starts.Length < 2 || starts[0] != 0 || falls)
        {
            throw new ArgumentException(
                "Regions start at body 0, each where the one before ends, and end with the last body.",
                nameof(starts));
        }
    }

    private void CheckExists(int region)
    {
        if (unchecked((uint)region >= (uint)nextDue.Length))
        {
            throw new ArgumentOutOfRangeException(
                nameof(region), region, $"Regions are numbered from 0 to {nextDue.Length - 1}.");
        }
    }

    private void CheckMayPlan()
    {
        if (isPlanned)
        {
            throw new InvalidOperationException($"The round at tick {Tick} is planned and not completed.");
        }

        if (Array.IndexOf(nextDue, NotReported) is >= 0 and var silent)
        {
            throw new InvalidOperationException($"Region {silent} has not reported when it first has something due.");
        }
    }

    private void CheckTurn(int region)
    {
        CheckExists(region);
        if (!isCalled[region])
        {
            throw new InvalidOperationException(
                isPlanned
                    ? $"Region {region} was not called at tick {Tick}."
                    : $"Region {region} was not called: no round is planned.");
        }

        if (shares[region] is not null)
        {
            throw new InvalidOperationException($"Region {region} has been settled at tick {Tick} before.");
        }
    }

    private void CheckComplete()
    {
        if (!isPlanned)
        {
            throw new InvalidOperationException("There is no round to complete: none is planned.");
        }

        if (outstanding > 0)
        {
            var waiting = calls.Find(call => shares[call.Region] is null).Region;
            throw new InvalidOperationException(
                $"The round at tick {Tick} cannot be completed: region {waiting} is not settled.");
        }
    }

    /// <summary>A share has travelled, and a wrong one would be found much later, if at all.</summary>
    private void CheckShare(int region, RegionShare share)
    {
        var ticks = calls.Count == 1 ? share.Rounds : 1;
        if (share.LastTick < Tick || share.LastTick >= Horizon || share.Rounds != ticks || ticks < 1)
        {
            throw Refused(region, $"{share.Rounds} ticks up to {share.LastTick}, called for {Tick} to {Horizon - 1}");
        }

        if (share.NextDue <= share.LastTick)
        {
            throw Refused(region, $"something due at {share.NextDue}, after tick {share.LastTick} was played");
        }

        CheckRuns(region, share);
        foreach (ref readonly var paper in share.Leaving.AsSpan())
        {
            var known = unchecked((uint)paper.To < (uint)starts[^1]);
            if (!known || RegionOf(paper.To) == region || paper.Arrives <= share.LastTick)
            {
                throw Refused(region, $"a paper to body {paper.To} that arrives at {paper.Arrives}");
            }
        }
    }

    private void CheckRuns(int region, RegionShare share)
    {
        var end = 0;
        foreach (var run in share.Runs)
        {
            if (run.Start != end || run.Length < 1 || run.Length > share.Entries.Length - end)
            {
                throw Refused(region, $"a stretch of {run.Length} entries at {run.Start}, where {end} have been");
            }

            end += run.Length;
        }

        if (end != share.Entries.Length)
        {
            throw Refused(region, $"{share.Entries.Length} entries in stretches of {end}");
        }

        if (end > 0 && (share.Entries[0].Tick < Tick || share.Entries[^1].Tick > share.LastTick))
        {
            throw Refused(region, $"entries of tick {share.Entries[0].Tick} to {share.Entries[^1].Tick}");
        }
    }

    private ArgumentException Refused(int region, string what) =>
        new($"The share of region {region} in the round at tick {Tick} cannot be: {what}.");
}
