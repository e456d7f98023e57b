using System.CommandLine;
using System.Globalization;
using System.Text;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.OpenMetrics;
using Simulator.Scenarios.Units;

namespace Simulator.Cli.Commands;

/// <summary>What <c>export --to openmetrics</c> can be told, and how it does it.</summary>
internal sealed class OpenMetricsSettings(ExportOptions shared)
{
    internal Option<string?> Every { get; } = new("--every")
    {
        Description = "simulated time from one sample to the next, such as 15m; else 1h, of long runs more",
    };

    internal IReadOnlyList<Option> All => [Every, shared.BeginsAt];

    internal ExportSummary Write(ExportSource source, Stream target, ParseResult parsed, string folder)
    {
        var options = new RunMetricsOptions
        {
            Run = new DirectoryInfo(folder).Name,
            Every = EveryOf(parsed.GetValue(Every), source.Until),
            Begins = parsed.GetValue(shared.BeginsAt) is { } begins
                ? ExportOptions.MomentOf(shared.BeginsAt.Name, begins, source.Until).ToUnixTimeSeconds()
                : null,
        };
        using var text = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        var summary = RunMetrics.Write(source, text, options);
        return new ExportSummary(
            new ExportCount("families", "family", summary.Families), new ExportCount("series", "series", summary.Series),
            new ExportCount("samples", "sample", summary.Samples))
        {
            Remarks =
            [
                $"There is a sample every {Step(options.Every)}; Prometheus has to look back as far: "
                    + $"--query.lookback-delta={Step(options.Every)}",
                $"Simulated time stands as {Moment(summary.Begins)} to {Moment(summary.Ends)}; in Grafana: "
                    + $"from={summary.Begins}000&to={summary.Ends}000",
            ],
        };
    }

    private static int EveryOf(string? written, int until) => written is null ? RunMetricsOptions.UsualEvery(until)
        : ElapsedTime.TryParse(written, out var minutes) && minutes > 0 ? minutes
        : throw new UsageException($"--every takes a length of time such as 15m, 1h or 1d, not '{written}'.");

    private static string Step(int minutes) => minutes % 60 == 0 ? $"{minutes / 60}h" : $"{minutes}m";

    private static string Moment(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
