using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>The kernel as a column of a comparison, its journal and digest included.</summary>
internal static class KernelContestant
{
    public static Contestant Create() => new("kernel", Run);

    private static Measurement Run(Case @case, ulong seed)
    {
        var model = CascadeModel.Compile(new Hierarchy(@case.Depth), @case.Directives);
        var options = new RunOptions { Seed = seed };
        var tally = new JournalTally(model);
        var result = InProcessEngine.Run(model, options, tally);
        var line = Fingerprint.Line(@case.Depth, @case.Directives, seed, tally.Finish());
        var events = tally.Tally.Events;
        Console.Error.WriteLine(
            $"kernel: {result.Entries:N0} entries, digest {result.Digest}, "
            + $"{(double)result.Bytes / model.Bodies.Count:N0} bytes of live state per body");
        return new Measurement(line, Measurement.NanosecondsPer(() =>
        {
            InProcessEngine.Run(model, options, new Reader());
            return events;
        }));
    }

    /// <summary>Takes the journal and reads one word of each entry.</summary>
    private sealed class Reader : Kernel.Journal.IJournalSink
    {
        private ulong _sum;

        public void Append(ReadOnlySpan<Kernel.Journal.Entry> entries)
        {
            foreach (ref readonly var entry in entries)
                _sum += entry.Body;
        }
    }
}
