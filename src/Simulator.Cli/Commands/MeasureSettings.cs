using System.CommandLine;
using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view delays</c> and <c>--view coverage</c> can be told.</summary>
internal sealed class MeasureSettings
{
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
    internal CoverageView Coverage(Scene scene, ParseResult parsed) =>
        new(scene, GroupingOf(parsed), parsed.GetValue(options.Of) ?? "coverage");

    /// <summary>How bodies are to be put together; by level unless told otherwise.</summary>
    internal Grouping GroupingOf(ParseResult parsed) =>
        parsed.GetValue(options.By) is { } by ? Enum.Parse<Grouping>(by, ignoreCase: true) : Grouping.Level;
}
