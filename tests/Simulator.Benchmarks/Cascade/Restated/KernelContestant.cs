using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>The kernel as a column of a comparison, its journal and digest included.</summary>
internal static class KernelContestant
{
    /// <summary>Without and with the journal on disk, its SHA-256 included.</summary>
    public static Contestant[] Columns => [Create(), new("kernel to disk", (@case, seed) => Run(@case, seed, ToDisk), Bar: 1.3)];

    public static Contestant Create() => new("kernel", (@case, seed) => Run(@case, seed, ToReader), Bar: 3);

    private static Measurement Run(Case @case, ulong seed, Action<CompiledModel, RunOptions> run)
    {
        var model = CascadeModel.Compile(new Hierarchy(@case.Depth), @case.Directives);
        var options = new RunOptions { Seed = seed };
        var tally = new JournalTally(model);
        var result = InProcessEngine.Run(model, options, tally);
        var line = Fingerprint.Line(@case.Depth, @case.Directives, seed, tally.Finish());
        var events = tally.Tally.Events;
        Console.Error.WriteLine($"kernel: {result.Entries:N0} entries, digest {result.Digest}");
        return new Measurement(line, Measurement.NanosecondsPer(() =>
        {
            run(model, options);
            return events;
        }));
    }

    private static void ToReader(CompiledModel model, RunOptions options) =>
        InProcessEngine.Run(model, options, new JournalReader());

    private static void ToDisk(CompiledModel model, RunOptions options)
    {
        var path = Path.Combine(Path.GetTempPath(), $"cascade-{Guid.NewGuid():N}.journal");
        try
        {
            using var writer = new JournalWriter(path);
            InProcessEngine.Run(model, options, writer);
            writer.Finish();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
