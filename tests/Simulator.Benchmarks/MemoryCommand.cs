using System.Globalization;
using System.Text.Json;
using Simulator.Benchmarks.Cascade;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks;

/// <summary>
/// What the kernel holds and what it allocates. Live state never shrinks during a run, so that its size
/// at the end is its peak. A run in steady state allocates nothing: from the tick by which half of the
/// entries are written, only the growth of what is pending may still cost something.
/// </summary>
internal sealed class MemoryCommand(ulong seed, bool json)
{
    private sealed record Row(
        int Bodies, int Directives, double BytesPerBody, long BytesAllocatedInSecondHalf, long EntriesInSecondHalf);

    public int Run()
    {
        var rows = Case.All.Select(Measure).ToArray();
        Console.WriteLine(json ? JsonSerializer.Serialize(rows, JsonSerializerOptions.Web) : Table(rows));
        return 0;
    }

    private Row Measure(Case @case)
    {
        var model = CascadeModel.Compile(new Hierarchy(@case.Depth), @case.Directives);
        var options = new RunOptions { Seed = seed };
        var whole = InProcessEngine.Run(model, options);
        var reader = new JournalReader();
        using var engine = new InProcessEngine(model, options, reader);
        for (var tick = 0; reader.Entries < whole.Entries / 2; tick++)
            engine.AdvanceTo(tick);
        var (before, entries) = (GC.GetAllocatedBytesForCurrentThread(), reader.Entries);
        engine.AdvanceTo(model.Until);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var bytes = (double)engine.Result().Bytes / model.Bodies.Count;
        return new Row(new Hierarchy(@case.Depth).Count, @case.Directives, bytes, allocated, reader.Entries - entries);
    }

    private static string Table(Row[] rows) => string.Join(Environment.NewLine, rows
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Bodies,9:N0}{row.Directives,12}"
            + $"{row.BytesPerBody,14:N0}{row.BytesAllocatedInSecondHalf,16:N0}{row.EntriesInSecondHalf,14:N0}"))
        .Prepend("   bodies  directives    bytes/body  then allocated   for entries"));
}
