using Simulator.Cluster.Runs;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Follows a run on a cluster to its end and passes its journal on, block by block. A block that has been
/// passed on is acknowledged with the next question.
/// </summary>
internal sealed class RunFollower(
    IRunGrain run, PatientCaller caller, IJournalSink journal, IRunObserver? observer)
{
    private long have;
    private Digest digest;
    private Guid clock;
    private int news;
    private int unreleased;

    /// <exception cref="RunException">The run failed, or what arrived is not what was sent.</exception>
    /// <exception cref="ClusterException">The cluster has lost the run, or does not answer.</exception>
    internal async Task<RunResult> Follow()
    {
        while (true)
        {
            var request = new PollRequest(have, digest.ToString(), clock, news) { Unreleased = unreleased };
            var answer = await caller.Reach(() => run.Poll(request));
            Take(answer);
            if (answer.Failure is { } failure)
            {
                throw new RunException(failure);
            }

            if (answer.Phase == RunPhase.Unknown)
            {
                throw new ClusterException(
                    "The cluster no longer knows the run: without a database a run is lost with its silo. Run it "
                    + "again.");
            }

            if (answer.Outcome is { } outcome && have == answer.BlocksInAll)
            {
                var result = outcome.Result();
                return result.Digest == digest ? await WithText(outcome, result) : throw new RunException(
                    $"The journal that arrived has the digest {digest} and not {result.Digest}, as the cluster "
                    + "says.");
            }
        }
    }

    private async Task<RunResult> WithText(RunOutcome outcome, RunResult result) => outcome.Injects == 0
        ? result
        : result with { Text = await caller.Reach(run.Text) };

    private void Take(PollAnswer answer)
    {
        foreach (var what in answer.News)
        {
            observer?.Told(what);
        }

        (clock, news) = (answer.Clock, answer.NewsCount);
        foreach (var block in answer.Blocks)
        {
            journal.Append(block.Span);
            digest = digest.With(block.Span);
            unreleased = block.Count == 0 ? unreleased : block.Span[^1].Tick + 1;
            have++;
        }

        observer?.Reached(answer.Tick);
    }
}
