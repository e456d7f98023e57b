using System.Globalization;
using Simulator.Benchmarks.Cascade;
using Simulator.Benchmarks.Cascade.Restated;

namespace Simulator.Benchmarks.Peers;

/// <summary>
/// SimPy as a column of a comparison: writes the case's draws to a file, runs the script beside this
/// program on it, reads back the fingerprint and the CPU time that the script measured of its own loop.
/// </summary>
internal static class SimPyContestant
{
    private const string CostPrefix = "cpu_ns_per_event=";

    public static Contestant Create<TDraws>(Func<Case, ulong, TDraws> draws, bool largest)
        where TDraws : struct, IDraws => new("SimPy processes", (@case, seed) =>
            @case.IsLargest && !largest ? null : Run(@case, seed, draws(@case, seed)));

    private static Measurement Run<TDraws>(Case @case, ulong seed, TDraws draws)
        where TDraws : struct, IDraws
    {
        var table = Path.Combine(Path.GetTempPath(), $"cascade-{Guid.NewGuid():N}.draws");
        try
        {
            DrawTable.Write(table, new Hierarchy(@case.Depth).Count, @case.Directives, draws);
            return Parse(SimPyScript.Run([$"{@case.Depth}", $"{@case.Directives}", $"{seed}", table]));
        }
        finally
        {
            File.Delete(table);
        }
    }

    private static Measurement Parse(string output)
    {
        var options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return output.Split('\n', options) is [var line, var cost]
            && cost.StartsWith(CostPrefix, StringComparison.Ordinal)
            && double.TryParse(cost[CostPrefix.Length..], CultureInfo.InvariantCulture, out var nanoseconds)
            ? new Measurement(line, nanoseconds)
            : throw new InvalidOperationException(
                $"The SimPy script should print a fingerprint and {CostPrefix}, but printed:\n{output}");
    }
}
