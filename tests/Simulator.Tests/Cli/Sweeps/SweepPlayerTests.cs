using Simulator.Cli.Runs;
using Simulator.Cli.Sweeps;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Scenarios;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Cli.Sweeps;

public sealed class SweepPlayerTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"simulator-{Guid.NewGuid():n}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_that_fails_is_kept_with_its_reason_and_stops_nothing()
    {
        var rows = await Play(5, new Failing(3));
        Assert.Equal([0, 1, 2, 3, 4], rows.Ended.Select(each => each.Number));
        Assert.Equal("A body cannot go on, \"so\" it ended.", rows.Ended.Single(each => each.Failure is not null).Failure);
        Assert.Equal((5, 4), (rows.Runs().Rows.Count, rows.Runs().Rows.Count(row => row is not null)));
        var table = File.ReadAllText(Path.Combine(_folder, "runs.csv"));
        Assert.Contains("base,base,3,570,\"A body cannot go on, \"\"so\"\" it ended.\",,,", table, StringComparison.Ordinal);

        // It stays as it was: what is random is not tried again.
        var again = await Play(7, new Failing(-1));
        Assert.Equal(3, again.Ended.Single(each => each.Failure is not null).Number);
        Assert.Equal(7, again.Count);
    }

    [Fact]
    public async Task Two_cannot_keep_in_one_folder_at_once()
    {
        var rows = new SweepRows(Cell());
        using var first = SweepFolder.Open(_folder, [rows], resume: false, force: false);
        Assert.Contains(
            "another sweep is under way",
            Assert.Throws<Simulator.Cli.Commands.UsageException>(
                () => SweepFolder.Open(_folder, [new SweepRows(Cell())], resume: true, force: false)).Message,
            StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    private async Task<SweepRows> Play(int count, IEngine engine)
    {
        var rows = new SweepRows(Cell());
        using var folder = SweepFolder.Open(_folder, [rows], resume: false, force: false);
        using var line = new ProgressLine(silent: true);
        var plan = SweepPlan.Fixed(count);
        await new SweepPlayer(engine, folder, plan, new SweepProgress(line, plan, 1))
            .Play([rows], _ => { }, TestContext.Current.CancellationToken);
        folder.Finish([rows]);
        return rows;
    }

    private static SweepCell Cell()
    {
        var path = Path.Combine(Simulator.Tests.Scenarios.ShippedScenarios.Folder, "bac-kan-570.yaml");
        return new SweepCell(
            "base", "base", [], CellOrder.Load(path, [("base", new LoadOptions())], seed: null, threads: 1)[0]);
    }

    /// <summary>Plays as the local engine does, but one replication cannot go on.</summary>
    private sealed class Failing(int number) : IEngine
    {
        public string Name => "failing";

        public Task<RunResult> Run(
            RunOrder order, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public async Task Replicate(
            RunOrder order, IReadOnlyList<int> replications, IRunReducer reducer, IReplicationObserver observer,
            CancellationToken cancellation)
        {
            await new LocalEngine().Replicate(
                order, [.. replications.Where(each => each != number)], reducer, observer, cancellation);
            if (replications.Contains(number))
            {
                observer.Ended(new Replication(number, [], "A body cannot go on, \"so\" it ended."));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
