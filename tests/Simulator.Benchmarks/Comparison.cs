using System.Globalization;
using System.Text.Json;
using Simulator.Benchmarks.Cascade;

namespace Simulator.Benchmarks;

/// <summary>
/// Runs every contestant on every case and prints what an event costs each, as a ratio to the first one.
/// Programs that leave different fingerprints have not run the same model: then the comparison is void,
/// the differing lines are printed, and no ratio is.
/// </summary>
internal sealed class Comparison(IReadOnlyList<Contestant> contestants, ulong seed, bool json)
{
    private sealed record Cell(string Name, double? NanosecondsPerEvent, double? Ratio);

    private sealed record Row(
        int Bodies, int Directives, string Fingerprint, IReadOnlyList<Cell> Contestants);

    public int Run()
    {
        var rows = new List<Row>();
        foreach (var @case in Case.All)
        {
            var measurements = contestants.Select(contestant => contestant.Run(@case, seed)).ToArray();
            if (!SameFingerprint(measurements))
                return 1;
            var first = measurements[0]!;
            var cells = contestants.Zip(measurements, (contestant, measured) => new Cell(contestant.Name,
                measured?.NanosecondsPerEvent, measured?.NanosecondsPerEvent / first.NanosecondsPerEvent));
            var bodies = new Hierarchy(@case.Depth).Count;
            rows.Add(new Row(bodies, @case.Directives, first.Fingerprint, [.. cells]));
        }

        Console.WriteLine(json ? JsonSerializer.Serialize(rows, JsonSerializerOptions.Web) : Table(rows));
        return JudgeBars(rows) ? 0 : 1;
    }

    /// <summary>Says of each contestant that has a bar whether every row is within it.</summary>
    private bool JudgeBars(List<Row> rows)
    {
        var met = true;
        foreach (var (contestant, place) in contestants.Select((each, place) => (each, place)))
        {
            if (contestant.Bar is not { } bar)
                continue;
            var worst = rows.Max(row => row.Contestants[place].Ratio ?? 0);
            met &= worst <= bar;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contestant.Name}: at most {bar:0.0#}x {contestants[0].Name}: {(worst <= bar ? "met" : "missed")}, worst {worst:0.00}x"));
        }

        return met;
    }

    private bool SameFingerprint(Measurement?[] measurements)
    {
        var expected = measurements[0]!.Fingerprint;
        if (measurements.All(measured => measured is null || measured.Fingerprint == expected))
            return true;
        Console.Error.WriteLine("The comparison is void, because the fingerprints differ:");
        foreach (var (contestant, measured) in contestants.Zip(measurements))
            Console.Error.WriteLine($"  {contestant.Name}: {measured?.Fingerprint ?? "left out"}");
        return false;
    }

    private string Table(List<Row> rows)
    {
        var lines = rows.Select(row => row.Fingerprint).ToList();
        lines.Add("");
        lines.Add("CPU nanoseconds per event, and the ratio to the first column; all fingerprints agree");
        lines.Add("   bodies  directives" + string.Concat(contestants.Select(each => $"{each.Name,22}")));
        foreach (var row in rows)
        {
            var cells = row.Contestants.Select(cell => cell.NanosecondsPerEvent is { } cost
                ? string.Create(CultureInfo.InvariantCulture, $"{cost,12:N1} {cell.Ratio,8:N2}x")
                : "-");
            var head = $"{row.Bodies,9:N0}{row.Directives,12}";
            lines.Add(head + string.Concat(cells.Select(cell => $"{cell,22}")));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
