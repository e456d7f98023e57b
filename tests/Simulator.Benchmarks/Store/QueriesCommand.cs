using System.Globalization;
using System.Text.Json;

namespace Simulator.Benchmarks.Store;

/// <summary><c>queries</c>: each named query of <c>simulator query</c>, asked of the store of <c>country-2021</c>.</summary>
internal static class QueriesCommand
{
    private const int Times = 3;
    private const double MostSeconds = 2;

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("queries-").FullName;
        try
        {
            var run = Path.Combine(folder, "country");
            QueryRun.Of("run", Country.CountryModel.Whole, "--replications", "0", "--out", run);
            var names = JsonDocument.Parse(QueryRun.Of("query", "--list", "--format", "json").Output)
                .RootElement.GetProperty("queries").EnumerateArray().Select(query => query.GetProperty("name").GetString()!).ToList();
            var slowest = 0.0;
            foreach (var name in names)
            {
                var runs = Enumerable.Range(0, Times).Select(_ => QueryRun.Of("query", run, "--name", name)).ToList();
                var best = runs.MinBy(each => each.Processor)!;
                slowest = Math.Max(slowest, best.Processor.TotalSeconds);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-26} {best.Processor.TotalSeconds,5:N2} s of processors, {best.Wall.TotalSeconds,5:N2} s"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  the slowest {slowest:N2} s, program and all; at most {MostSeconds:N0} s: {(slowest <= MostSeconds ? "met" : "MISSED")}"));
            return slowest <= MostSeconds ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
