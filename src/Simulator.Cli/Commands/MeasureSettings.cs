using System.CommandLine;
using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view delays</c> and <c>--view coverage</c> can be told.</summary>
internal sealed class MeasureSettings
{
    private static readonly string[] _groupings = [.. Enum.GetNames<Grouping>().Select(name => name.ToLowerInvariant())];

    internal Option<string?> Measure { get; } = new("--measure")
    {
        Description = "with --view delays: which time to look at closer; else to comply",
    };

    internal Option<string?> Of { get; } = new("--of")
    {
        Description = "with --view coverage: what over time, coverage (else), content or states",
    };

    internal Option<string?> Under { get; } = new("--under")
    {
        Description = "with --view delays: id or name of a body; only it and those below it are looked at",
    };

    internal MeasureSettings()
    {
        Measure.AcceptOnlyFromAmong([.. Enum.GetNames<TimeTo>().Select(name => name.ToLowerInvariant())]);
        Of.AcceptOnlyFromAmong("coverage", "content", "states");
    }

    /// <summary>Whether a view puts bodies together as <c>--by</c> says.</summary>
    internal static bool Groups(string view) => view is "delays" or "coverage";

    /// <summary>An option that a view does not look at is a mistake.</summary>
    internal void RefuseUnless(string view, ParseResult parsed)
    {
        foreach (var (option, goesWith) in new[] { (Measure, "delays"), (Of, "coverage"), (Under, "delays") })
        {
            if (parsed.GetValue(option) is not null && view != goesWith)
            {
                throw new UsageException($"{option.Name} goes with --view {goesWith}.");
            }
        }
    }

    /// <summary>The view of times.</summary>
    internal DelaysView Delays(Scene scene, ParseResult parsed, string? by) => new(
        scene, GroupingOf(by),
        parsed.GetValue(Measure) is { } measure ? Enum.Parse<TimeTo>(measure, ignoreCase: true) : null,
        parsed.GetValue(Under) is { } under ? BodyNames.Find(scene.Model, under) : null);

    /// <summary>The view over time.</summary>
    internal CoverageView Coverage(Scene scene, ParseResult parsed, string? by) =>
        new(scene, GroupingOf(by), parsed.GetValue(Of) ?? "coverage");

    internal static Grouping GroupingOf(string? by) => by is null ? Grouping.Level
        : _groupings.Contains(by) ? Enum.Parse<Grouping>(by, ignoreCase: true)
        : throw new UsageException(
            $"--by {by} goes with --view {(by == "body" ? "network" : "blame")}; this view puts bodies together by "
            + $"{string.Join(", ", _groupings)}.");
}
