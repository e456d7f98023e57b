using System.Globalization;
using Simulator.Benchmarks.Cascade;
using Simulator.Benchmarks.Cascade.Restated;

namespace Simulator.Benchmarks.Peers;

/// <summary>Replications in SimPy, one after another in one process, each from reading its draws to its end.</summary>
/// <param name="Fingerprints">The line of each.</param>
/// <param name="Wall">Wall-clock time of one, the mean of all.</param>
/// <param name="Cpu">CPU time of one.</param>
internal sealed record SimPyReplications(IReadOnlyList<string> Fingerprints, TimeSpan Wall, TimeSpan Cpu)
{
    private const string WallPrefix = "wall_ns_per_replication=";
    private const string CpuPrefix = "cpu_ns_per_replication=";

    public static SimPyReplications Of(Case @case, ulong seed, int count)
    {
        var folder = Directory.CreateTempSubdirectory("cascade-draws-");
        try
        {
            var hierarchy = new Hierarchy(@case.Depth);
            string[] tables = [.. Enumerable.Range(0, count).Select(number => Path.Combine(folder.FullName, $"{number}"))];
            for (var number = 0; number < count; number++)
            {
                DrawTable.Write(
                    tables[number], hierarchy.Count, @case.Directives,
                    new KernelDraws(seed, hierarchy, @case.Directives, number));
            }

            return Parse(SimPyScript.Run(
                ["--replications", $"{@case.Depth}", $"{@case.Directives}", $"{seed}", .. tables]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SimPyReplications Parse(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 2 && TimeOf(lines[^2], WallPrefix) is { } wall && TimeOf(lines[^1], CpuPrefix) is { } cpu
            ? new SimPyReplications(lines[..^2], wall, cpu)
            : throw new InvalidOperationException(
                $"The SimPy script should print fingerprints, {WallPrefix} and {CpuPrefix}, but printed:\n{output}");
    }

    private static TimeSpan? TimeOf(string line, string prefix) =>
        line.StartsWith(prefix, StringComparison.Ordinal)
        && double.TryParse(line[prefix.Length..], CultureInfo.InvariantCulture, out var nanoseconds)
            ? TimeSpan.FromMicroseconds(nanoseconds / 1000)
            : null;
}
