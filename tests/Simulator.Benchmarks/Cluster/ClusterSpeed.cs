using Simulator.Benchmarks.Cascade.Published;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Benchmarks.Cluster.Peer;
using Simulator.Cluster;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Cluster;

/// <summary>
/// The run whose bodies are grains beside its limit, a coordinator grain that makes the same calls and does
/// nothing else. All run in turn, each time in a new silo and with grains that have just been made; the best
/// of each counts, since the load of others only adds.
/// </summary>
internal sealed class ClusterSpeed(bool withTen)
{
    private const int Rounds = 3;
    private const double LeastShareOfLimit = 0.7;
    private const double MostMicrosecondsToOpen = 25;

    private static readonly int[] Regions = [1, 2];
    private static readonly Way[] Ways =
        [new(64, true), new(256, true), new(2048, false)];

    private readonly Bars bars = new();

    public async Task<int> Run()
    {
        await Compare(directives: 1);
        if (withTen)
            await Compare(directives: 10);
        await RunTwoAtOnce();
        return bars.ExitCode;
    }

    private async Task Compare(int directives)
    {
        var text = CascadeSource.TextOf(4, 9, directives);
        var model = new CascadeSource().Load(text);
        var options = new RunOptions { Seed = PublishedFigures.Seed };
        var recording = Recording.Of(model, options.Seed);
        var (calls, bodies) = (recording.Calls.Count, model.Bodies.Count);
        var limits = new List<Limit>();
        var ours = new List<(int Regions, OurRun Run)>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var way in Ways)
                limits.Add(await Limit.Of(recording, bodies, way));
            foreach (var regions in Regions)
                ours.Add((regions, await OurRun.Of(text, model, options, regions)));
        }

        var inProcess = InProcess(model, options, out var inProcessTime);
        Print($"{bodies:N0} bodies, {directives} directives: {recording.Widths.Count:N0} rounds, {calls:N0} body calls");
        var limit = limits.MinBy(each => each.Replay.Wall)!.Replay;
        foreach (var way in Ways)
        {
            PrintCalls($"  limit, {way}", limits.Where(each => each.Way == way).Select(each => each.Replay), calls);
        }

        foreach (var regions in Regions)
            PrintCalls($"  ours, {regions} regions", Of(ours, regions).Select(run => run.Playing), calls);
        var best = ours.MinBy(each => each.Run.Playing.Wall).Run.Playing;
        Print($"  wall time: in process {inProcessTime.Wall.TotalSeconds:F2} s, Orleans {best.Wall.TotalSeconds:F2} s");
        var share = best.PerSecond(calls) / limit.PerSecond(calls);
        bars.Judge(share >= LeastShareOfLimit,
            $"  body calls a second, at least {LeastShareOfLimit:P0} of the limit: {share:P0}");
        JudgeOpening(bodies, limits, ours);
        bars.Judge(ours.All(each => each.Run.Result.Digest == inProcess.Digest && each.Run.Result.BodyRounds == calls),
            $"  digest as in process, {inProcess.Digest}");
    }

    private void JudgeOpening(int bodies, List<Limit> limits, List<(int Regions, OurRun Run)> ours)
    {
        var bare = limits.MinBy(each => each.Opening.Wall)!.Opening;
        var best = ours.MinBy(each => each.Run.Opening.Wall).Run.Opening;
        Print($"  a bare grain is activated in {bare.Microseconds(bodies):F1} us, {bare.CpuMicroseconds(bodies):F1} us CPU");
        var each = best.Microseconds(bodies);
        bars.Judge(each <= MostMicrosecondsToOpen,
            $"  a body is activated in at most {MostMicrosecondsToOpen} us: {each:F1} us, {best.CpuMicroseconds(bodies):F1} us CPU");
    }

    private async Task RunTwoAtOnce()
    {
        var text = CascadeSource.TextOf(3, 9, 10);
        var model = new CascadeSource().Load(text);
        await using var engine = await ClusterAvailability.Open().StartHere(
            new ClusterPorts(new CascadeSource(), []), 2, default);
        var seeds = new ulong[] { 1, 2 };
        var results = await Task.WhenAll(seeds.Select(seed => engine.Run(
            new RunOrder { Text = text, Model = model, Options = new RunOptions { Seed = seed } },
            new JournalReader(), null, default)));
        var same = seeds.Zip(results).All(each =>
            InProcessEngine.Run(model, new RunOptions { Seed = each.First }).Digest == each.Second.Digest);
        bars.Judge(same, $"two runs of {model.Bodies.Count:N0} bodies at a time in one silo, digests as in process");
    }

    private static RunResult InProcess(CompiledModel model, RunOptions options, out Spent best)
    {
        best = new Spent(TimeSpan.MaxValue, default);
        RunResult? result = null;
        for (var round = 0; round < Rounds; round++)
        {
            var spent = Spent.Start();
            result = InProcessEngine.Run(model, options, new JournalReader());
            var took = spent();
            best = took.Wall < best.Wall ? took : best;
        }

        return result!;
    }

    private static IEnumerable<OurRun> Of(List<(int Regions, OurRun Run)> ours, int regions) =>
        ours.Where(each => each.Regions == regions).Select(each => each.Run);

    private static void PrintCalls(string who, IEnumerable<Spent> all, int calls)
    {
        var best = all.MinBy(each => each.Wall);
        Print($"{who,-28}{best.PerSecond(calls),12:N0} calls/s{best.CpuMicroseconds(calls),8:F2} us CPU a call");
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
