using System.CommandLine;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view backlog</c> and <c>--view network</c> can be told.</summary>
internal sealed class DeskSettings
{
    internal Option<string?> From { get; } = new("--from")
    {
        Description = "with --view backlog: from when on desks are looked at; else from the first issue",
    };

    internal Option<string?> Until { get; } = new("--until")
    {
        Description = "with --view backlog: until when; else until the end of the run",
    };

    /// <summary>Whether a view puts bodies together as <c>--by</c> says.</summary>
    internal static bool Groups(string view) => view is "backlog" or "network";

    /// <summary>An option that a view does not look at is a mistake.</summary>
    internal void RefuseUnless(string view, ParseResult parsed)
    {
        foreach (var option in new[] { From, Until })
        {
            if (parsed.GetValue(option) is not null && view != "backlog")
            {
                throw new UsageException($"{option.Name} goes with --view backlog.");
            }
        }
    }

    /// <summary>The view of desks.</summary>
    internal BacklogView Backlog(Scene scene, ParseResult parsed, string? by)
    {
        var (axis, end) = (scene.Model.Source.Axis, scene.Folder.Manifest.Until);
        if (scene.Body is not null && by is not null)
        {
            throw new UsageException("--by does not go with --to, which looks at one office post by post.");
        }

        return new BacklogView(
            scene, MeasureSettings.GroupingOf(by),
            parsed.GetValue(From) is { } from ? Moments.Parse(from, axis, end, From.Name) : null,
            Moments.Parse(parsed.GetValue(Until), axis, end, Until.Name));
    }

    /// <summary>The view of hand-overs.</summary>
    internal static NetworkView Network(Scene scene, string? by) =>
        new(scene, by == "body" ? null : MeasureSettings.GroupingOf(by));
}
