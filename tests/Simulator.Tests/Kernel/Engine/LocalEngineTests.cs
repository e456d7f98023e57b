using System.Collections.Concurrent;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Engine;

public sealed class LocalEngineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(11, 2)]
    public async Task A_run_is_the_same_through_the_port_and_is_heard_of_on_its_way(int seed, int threads)
    {
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(seed)), seed, threads);
        var expected = Played.Of(order.Model, order.Options);
        var (journal, observer) = (new JournalCollector(), new Listener());
        await using var engine = new LocalEngine();
        var result = await engine.Run(order, journal, observer, Cancellation);
        Journals.AreSame(expected, journal.Entries, result.Digest, $"seed {seed}");
        Assert.Equal("inprocess", engine.Name);
        Assert.Equal(observer.Ticks.Order(), observer.Ticks);
        Assert.Equal(order.Model.Until, observer.Ticks[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Replications_give_the_rows_of_the_runs_in_the_order_of_their_numbers(int threads)
    {
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, threads);
        order = order with { Options = order.Options with { Replication = 3 } };
        var observer = new Listener();
        var rows = await new LocalEngine().Replicate(order, 12, new Counting(), observer, Cancellation);
        var expected = Enumerable.Range(3, 12)
            .Select(number => Played.Of(order.Model, order.Options with { Replication = number, Threads = 1 }))
            .Select(played => new double[] { played.Entries.Count, (uint)played.Digest.Value });
        Assert.Equal(expected, rows);
        Assert.Equal(Enumerable.Range(1, 12), observer.Replications);
    }

    [Fact]
    public async Task A_run_that_is_given_up_says_so()
    {
        using var source = new CancellationTokenSource();
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, 1);
        var observer = new Listener(source.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new LocalEngine().Run(order, new JournalCollector(), observer, source.Token));
        Assert.Single(observer.Ticks);
    }

    [Fact]
    public async Task Replications_that_are_given_up_say_so()
    {
        using var source = new CancellationTokenSource();
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, 2);
        var observer = new Listener(source.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new LocalEngine().Replicate(order, 1000, new Counting(), observer, source.Token));
        Assert.InRange(observer.Replications.Count, 1, 2);
    }

    [Fact]
    public async Task A_replication_that_fails_is_told_like_a_run_that_fails()
    {
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, 2);
        await using var engine = new LocalEngine();
        var alone = await Assert.ThrowsAsync<RunException>(() => engine.Run(order, new Failing(), null, Cancellation));
        var among = await Assert.ThrowsAsync<RunException>(
            () => engine.Replicate(order, 8, new Failing(), null, Cancellation));
        Assert.Equal(alone.Message, among.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_replication_that_fails_stops_no_other(int threads)
    {
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, threads);
        var ended = new Ends();
        var fourth = Played.Of(order.Model, order.Options with { Replication = 4, Threads = 1 }).Digest;
        await new LocalEngine().Replicate(order, [7, 3, 4, 11], new FailingAt(fourth), ended, Cancellation);
        Assert.Equal([3, 4, 7, 11], ended.All.Select(each => each.Number).Order());
        Assert.Equal("The body cannot go on.", Assert.Single(ended.All, each => each.Failure is not null).Failure);
        Assert.All(ended.All.Where(each => each.Failure is null), each => Assert.NotEmpty(each.Values));
        Assert.Empty(ended.All.Single(each => each.Number == 4).Values);
    }

    [Fact]
    public async Task What_makes_a_row_is_not_taken_for_a_body_when_it_fails()
    {
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, 1);
        var ended = new Ends();
        await new LocalEngine().Replicate(order, [0], new Broken(), ended, Cancellation);
        Assert.Equal(
            "The run failed, which is a fault of this program: FormatException: no number",
            Assert.Single(ended.All).Failure);
        Assert.Equal("The body cannot go on.", RunException.SentenceOf(new RunException("The body cannot go on.")));
    }

    /// <summary>An engine that waited to be used again kept the last journal that had been read.</summary>
    [Fact]
    public async Task An_engine_that_is_kept_keeps_no_journal()
    {
        var order = Order(ModelCompiler.Compile(GeneratedModel.Of(5)), 5, 2);
        await using var engine = new LocalEngine();
        var reductions = new Remembered();
        await engine.Replicate(order, [0, 1, 2, 3], reductions, new Ends(), Cancellation);
        Assert.Equal(4, reductions.All.Count);
        for (var tries = 0; tries < 10 && reductions.All.Any(each => each.IsAlive); tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(reductions.All, each => each.IsAlive);
    }

    private static RunOrder Order(CompiledModel model, int seed, int threads) => new()
    {
        Text = "",
        Model = model,
        Options = new RunOptions { Seed = (ulong)seed, Threads = threads, ParallelFrom = 0 },
    };

    private sealed class Listener(Action? heard = null) : IRunObserver
    {
        public List<int> Ticks { get; } = [];

        public List<int> Replications { get; } = [];

        public void Reached(int tick)
        {
            Ticks.Add(tick);
            heard?.Invoke();
        }

        public void Finished(int replications)
        {
            Replications.Add(replications);
            heard?.Invoke();
        }

        public void Told(string what) => Assert.Fail(what);
    }

    private sealed class Counting : IRunReducer
    {
        public string Name => "counting";

        public IRunReduction Begin(CompiledModel model) => new Count();
    }

    private sealed class Count : IRunReduction
    {
        private int entries;

        public void Append(ReadOnlySpan<Entry> some) => entries += some.Length;

        public double[] Row(RunResult result) => [entries, (uint)result.Digest.Value];
    }

    /// <summary>Knows its reductions without keeping them.</summary>
    private sealed class Remembered : IRunReducer
    {
        public ConcurrentBag<WeakReference> All { get; } = [];

        public string Name => "remembered";

        public IRunReduction Begin(CompiledModel model)
        {
            var count = new Count();
            All.Add(new WeakReference(count));
            return count;
        }
    }

    /// <summary>Cannot make a row.</summary>
    private sealed class Broken : IRunReducer, IRunReduction
    {
        public string Name => "broken";

        public IRunReduction Begin(CompiledModel model) => this;

        public void Append(ReadOnlySpan<Entry> entries)
        {
        }

        public double[] Row(RunResult result) => throw new FormatException("no number");
    }

    private sealed class Ends : IReplicationObserver
    {
        public List<Replication> All { get; } = [];

        public void Ended(Replication replication) => All.Add(replication);

        public void Told(string what) => Assert.Fail(what);
    }

    /// <summary>Stands for a body that cannot go on in one of the replications.</summary>
    private sealed class FailingAt(Digest digest) : IRunReducer, IRunReduction
    {
        public string Name => "failing-at";

        public IRunReduction Begin(CompiledModel model) => this;

        public void Append(ReadOnlySpan<Entry> entries)
        {
        }

        public double[] Row(RunResult result) =>
            result.Digest == digest ? throw new RunException("The body cannot go on.") : [result.Entries];
    }

    /// <summary>Stands for a body that cannot go on.</summary>
    private sealed class Failing : IRunReducer, IRunReduction
    {
        public string Name => "failing";

        public IRunReduction Begin(CompiledModel model) => this;

        public void Append(ReadOnlySpan<Entry> entries) => throw new RunException("The body cannot go on.");

        public double[] Row(RunResult result) => [];
    }
}
