using System.CommandLine;
using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Views;
using Simulator.Scenarios.Units;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view delays</c> and <c>--view coverage</c> can be told.</summary>
internal sealed class MeasureSettings
{
    private const int MostMoments = 10_000;

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

    internal Option<string?> Every { get; } = new("--every")
    {
        Description = "with --view coverage --format json: how things stand every so long after the issue, such as 6h, in place of "
            + "every change",
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
        foreach (var (option, goesWith) in new[] { (Measure, "delays"), (Of, "coverage"), (Under, "delays"), (Every, "coverage") })
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
    internal CoverageView Coverage(Scene scene, ParseResult parsed, string? by, bool json) =>
        new(scene, GroupingOf(by), parsed.GetValue(Of) ?? "coverage", EveryOf(parsed.GetValue(Every), scene.At, json));

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

    private static Grouping GroupingOf(string? by) => by is null ? Grouping.Level
        : _groupings.Contains(by) ? Enum.Parse<Grouping>(by, ignoreCase: true)
        : throw new UsageException($"--by {by} goes with --view blame; this view puts bodies together by {string.Join(", ", _groupings)}.");
}
