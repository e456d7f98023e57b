using System.CommandLine;
using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Views;
using Simulator.Scenarios.Units;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view delays</c> and <c>--view coverage</c> can be told.</summary>
internal sealed class MeasureSettings
{
    private const int MostMoments = 10_000;

    private readonly ShowOptions options;

    internal MeasureSettings(ShowOptions options)
    {
        this.options = options;
        options.Measure.AcceptOnlyFromAmong([.. Enum.GetNames<TimeTo>().Select(name => name.ToLowerInvariant())]);
        options.Of.AcceptOnlyFromAmong("coverage", "content", "states");
    }

    /// <summary>How bodies can be put together.</summary>
    internal static IReadOnlyList<string> Groupings { get; } = [.. Enum.GetNames<Grouping>().Select(name => name.ToLowerInvariant())];

    /// <summary>The view of times.</summary>
    internal DelaysView Delays(Scene scene, ParseResult parsed) => new(
        scene, GroupingOf(parsed),
        parsed.GetValue(options.Measure) is { } measure ? Enum.Parse<TimeTo>(measure, ignoreCase: true) : null,
        parsed.GetValue(options.Under) is { } under ? BodyNames.Find(scene.Model, under) : null);

    /// <summary>The view over time.</summary>
    internal CoverageView Coverage(Scene scene, ParseResult parsed, bool json) => new(
        scene, GroupingOf(parsed), parsed.GetValue(options.Of) ?? "coverage",
        EveryOf(parsed.GetValue(options.Every), scene.At, json));

    /// <summary>How bodies are to be put together; by level unless told otherwise.</summary>
    internal Grouping GroupingOf(ParseResult parsed) =>
        parsed.GetValue(options.By) is { } by ? Enum.Parse<Grouping>(by, ignoreCase: true) : Grouping.Level;

    private static int? EveryOf(string? written, int until, bool json)
    {
        if (written is null)
        {
            return null;
        }

        return !json ? throw new UsageException("--every goes with --format json; the picture has a column for every stretch of time.")
            : !ElapsedTime.TryParse(written, out var minutes) || minutes <= 0
            ? throw new UsageException($"--every takes a length of time such as 6h or 1d, not '{written}'.")
            : until / minutes > MostMoments
            ? throw new UsageException($"--every {written} makes {until / minutes:N0} moments, and at most {MostMoments:N0} are shown.")
            : minutes;
    }
}
