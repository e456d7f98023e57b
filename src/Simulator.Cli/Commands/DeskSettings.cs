using System.CommandLine;
using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view backlog</c> and <c>--view network</c> can be told.</summary>
internal sealed class DeskSettings(ShowOptions options, MeasureSettings measures)
{
    /// <summary>After <c>--by</c>: no bodies are put together.</summary>
    internal const string EachBody = "body";

    /// <summary>The view of desks.</summary>
    internal BacklogView Backlog(Scene scene, ParseResult parsed)
    {
        var (axis, end) = (scene.Model.Source.Axis, scene.Folder.Manifest.Until);
        if (scene.Body is not null && parsed.GetValue(options.By) is not null)
        {
            throw new UsageException("--by does not go with --to, which looks at one office post by post.");
        }

        if (scene.Body is null && parsed.GetValue(options.At) is not null)
        {
            throw new UsageException("With --view backlog --at goes with --to: it tells what lay at the posts of one office then.");
        }

        return new BacklogView(
            scene, measures.GroupingOf(parsed),
            parsed.GetValue(options.From) is { } from ? Moments.Parse(from, axis, end, options.From.Name) : null,
            Moments.Parse(parsed.GetValue(options.Until), axis, end, options.Until.Name));
    }

    /// <summary>The view of hand-overs.</summary>
    internal NetworkView Network(Scene scene, ParseResult parsed) =>
        new(scene, parsed.GetValue(options.By) == EachBody ? (Grouping?)null : measures.GroupingOf(parsed));
}
