using System.Diagnostics;
using System.Globalization;
using Simulator.Benchmarks.Cascade;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Benchmarks.Peers;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Replications;

/// <summary>
/// <c>replications</c>: a thousand replications of the cascade with 769 bodies, each reduced to a row, on one core and
/// on two, beside SimPy in one process.
/// </summary>
internal sealed class ReplicationsCommand(ulong seed)
{
    private const int Count = 1000;
    private const int InSimPy = 50;
    private const int Rounds = 7;
    private const double LeastOverSimPy = 50;
    private const double LeastOverOne = 1.7;
    private static readonly Case s_case = Case.All[0];

    private sealed record Spent(TimeSpan Wall, TimeSpan Cpu);

    public async Task<int> Run()
    {
        var model = CascadeModel.Compile(new Hierarchy(s_case.Depth), s_case.Directives);
        var simPy = SimPyReplications.Of(s_case, seed, InSimPy);
        var rows = await Rows(model, threads: 2);
        if (!Agree(model, simPy.Fingerprints, rows))
            return 1;

        var (one, two, allocated) = await Times(model);
        var peer = new Spent(simPy.Wall * Count, simPy.Cpu * Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count:N0} replications of {new Hierarchy(s_case.Depth).Count:N0} bodies, one directive; best of {Rounds}"));
        Print("two cores", two, "");
        Print("one core", one, "");
        Print("SimPy", peer, $", {InSimPy} replications times {Count / InSimPy}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  allocated {allocated:N0} bytes a replication"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  one core over SimPy by CPU time: {peer.Cpu / one.Cpu:N1}x"));
        Judge(peer.Wall / two.Wall, LeastOverSimPy, "two cores over SimPy");
        Judge(one.Wall / two.Wall, LeastOverOne, "two cores over one");
        return 0;
    }

    private static void Print(string name, Spent spent, string how) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {name,-10}{spent.Wall.TotalSeconds,8:N3} s, CPU {spent.Cpu.TotalSeconds,8:N3} s{how}"));

    /// <summary>Whether SimPy played the same replications, and the rows are what their journals come to.</summary>
    private bool Agree(CompiledModel model, IReadOnlyList<string> fingerprints, IReadOnlyList<double[]> rows)
    {
        for (var number = 0; number < fingerprints.Count; number++)
        {
            var tally = new JournalTally(model);
            InProcessEngine.Run(model, new RunOptions { Seed = seed, Replication = number }, tally);
            var line = Fingerprint.Line(s_case.Depth, s_case.Directives, seed, tally.Finish());
            if (line != fingerprints[number] || !rows[number].AsSpan().SequenceEqual(CascadeReducer.RowOf(tally.Tally)))
            {
                Console.Error.WriteLine(
                    $"Replication {number} differs:\n  kernel: {line}\n  SimPy: {fingerprints[number]}\n  row: "
                    + string.Join(", ", rows[number]));
                return false;
            }
        }

        return true;
    }

    /// <summary>In turn, so that what else the machine does meets both.</summary>
    private async Task<(Spent One, Spent Two, long Allocated)> Times(CompiledModel model)
    {
        Spent? one = null, two = null;
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            one = Least(one, await Time(model, 1));
            var before = GC.GetTotalAllocatedBytes();
            two = Least(two, await Time(model, 2));
            allocated = (GC.GetTotalAllocatedBytes() - before) / Count;
        }

        return (one!, two!, allocated);
    }

    private async Task<Spent> Time(CompiledModel model, int threads)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await Rows(model, threads);
        return new Spent(watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
    }

    private async Task<IReadOnlyList<double[]>> Rows(CompiledModel model, int threads)
    {
        var order = new RunOrder
        {
            Text = CascadeSource.TextOf(s_case.Depth, 9, s_case.Directives),
            Model = model,
            Options = new RunOptions { Seed = seed, Threads = threads },
        };
        await using var engine = new LocalEngine();
        return await engine.Replicate(order, Count, new CascadeReducer(), null, CancellationToken.None);
    }

    private static Spent Least(Spent? before, Spent now) => before is null ? now
        : new Spent(now.Wall < before.Wall ? now.Wall : before.Wall, now.Cpu < before.Cpu ? now.Cpu : before.Cpu);

    private static void Judge(double found, double least, string what) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {what}: {found:N2}x, at least {least:N1}x: {(found >= least ? "met" : "MISSED")}"));
}
