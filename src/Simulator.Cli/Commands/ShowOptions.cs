using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary>All that views of a run can be told. Which view looks at which is said where the view is listed.</summary>
internal sealed class ShowOptions
{
    internal Option<string?> Directive { get; } = new("--directive")
    {
        Description = "id of a directive, or the symbol of any of its papers, or a unique part of one",
    };

    internal Option<string?> Body { get; } = new("--to") { Description = "id or name of a body, or a unique part of one" };

    internal Option<string?> At { get; } = new("--at")
    {
        Description = "a moment, such as 2021-05-04T09:00 or 36h after the start; a date alone is its beginning",
    };

    internal Option<string?> By { get; } = new("--by")
    {
        Description = "blame: what is to come earlier, registered, complied (else) or reported; critical-path: its end, complied "
            + "(else) or reported; other views: how bodies are put together, by level (else), kind, line or place, and for "
            + "network also each body alone",
    };

    internal Option<int?> Top { get; } = new("--top") { Description = "how many lines to show; else 10" };

    internal Option<int?> AtMostRuns { get; } = new("--at-most-runs")
    {
        Description = "how often the run may be played again; else for about ten seconds",
    };

    internal Option<bool> Greedy { get; } = new("--greedy")
    {
        Description = $"remove the first, search again, up to {BlameSettings.Rounds} times",
    };

    internal Option<int?> Replications { get; } = new("--replications")
    {
        Description = "how many other replications to play, for how often each body is on the path and how slow this run was; else none",
    };

    internal Option<string?> Measure { get; } = new("--measure") { Description = "which time to look at closer; else to comply" };

    internal Option<string?> Of { get; } = new("--of") { Description = "what over time: coverage (else), content or states" };

    internal Option<string?> Under { get; } = new("--under")
    {
        Description = "id or name of a body; only it and those below it are looked at",
    };

    internal Option<string?> Every { get; } = new("--every")
    {
        Description = "with --format json: how things stand every so long after the issue, such as 6h, in place of every change",
    };

    internal Option<string?> From { get; } = new("--from") { Description = "from when on desks are looked at; else from the first issue" };

    internal Option<string?> Until { get; } = new("--until") { Description = "until when; else until the end of the run" };

    internal IReadOnlyList<Option> All =>
        [Directive, Body, At, By, Top, AtMostRuns, Greedy, Replications, Measure, Of, Under, Every, From, Until];

    /// <summary>A number that was given lies within bounds.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    internal static void Within(Option<int?> option, ParseResult parsed, int least, int most, string what)
    {
        if (parsed.GetValue(option) is { } number && (number < least || number > most))
        {
            throw new UsageException($"{option.Name} {number} is not a number of {what} from {least} to {most:N0}.");
        }
    }
}
