using System.CommandLine;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary>A view as <c>show</c> offers it.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Takes">The options that it looks at; any other is a mistake, not a wish to be passed over.</param>
/// <param name="Make">The view of a run.</param>
internal sealed record ShownView(string Name, IReadOnlyList<Option> Takes, Func<Scene, ParseResult, IView> Make)
{
    /// <summary>What <c>--by</c> can be.</summary>
    internal IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Refuses an option, or a word after <c>--by</c>, that belongs to other views.</summary>
    /// <param name="options">All options.</param>
    /// <param name="parsed">What was given.</param>
    /// <param name="views">All views.</param>
    /// <exception cref="UsageException">There is one.</exception>
    internal void RefuseOthers(ShowOptions options, ParseResult parsed, IReadOnlyList<ShownView> views)
    {
        foreach (var option in options.All)
        {
            if (!Takes.Contains(option) && parsed.GetResult(option) is { Implicit: false })
            {
                var others = views.Where(view => view.Takes.Contains(option)).Select(view => view.Name);
                throw new UsageException($"{option.Name} goes with --view {Listed(others)}; the view {Name} does not look at it.");
            }
        }

        if (parsed.GetValue(options.By) is { } by && !By.Contains(by))
        {
            var others = views.Where(view => view.By.Contains(by)).Select(view => view.Name).ToList();
            throw new UsageException(
                $"--by {by} " + (others.Count > 0 ? $"goes with --view {Listed(others)}" : "is unknown")
                + $"; with --view {Name} it is {Listed(By)}.");
        }
    }

    /// <summary>Words as a sentence has them: a, b or c.</summary>
    internal static string Listed(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }
}
