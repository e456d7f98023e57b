using System.Globalization;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// How a goal asks about desks: <c>backlog(level district clerk) &lt;= 20</c>, <c>utilisation(level district staff) &lt;= 80%</c>,
/// <c>hand-overs(level commune) &lt;= 5000 at 2021-05-10</c>.
/// </summary>
internal static class DeskText
{
    private const int MostPapers = 100_000_000;
    private static readonly string[] _posts = [.. Enum.GetNames<Post>().Select(name => name.ToLowerInvariant())];

    /// <summary>Whether a measure is about desks.</summary>
    public static bool Knows(GoalMeasure measure) =>
        measure is GoalMeasure.Backlog or GoalMeasure.Utilisation or GoalMeasure.HandOvers;

    /// <summary>Whether what stands before a comparison asks about desks.</summary>
    public static bool IsAsked(string left)
    {
        string word = left.Split('(')[0].Trim().Split(' ')[^1];
        return left.Contains('(', StringComparison.Ordinal)
            && GoalText.Words.Any(each => each.Word == word && Knows(each.Measure));
    }

    /// <summary>The goal, or a sentence that says why there is none.</summary>
    /// <param name="left">What stands before the comparison.</param>
    /// <param name="right">What stands behind it.</param>
    /// <param name="atMost">Whether it is a limit that is not to be exceeded.</param>
    /// <param name="wrongForm">What is said of a text of another form.</param>
    public static (GoalText? Goal, string? Problem) Parse(string left, string right, bool atMost, string wrongForm)
    {
        var (head, post) = Split(left.Trim());
        var (measured, problem) = GoalText.LeftSide(head, [.. GoalText.Measures], wrongForm);
        if (measured is not var (measure, among, directive))
        {
            return (null, problem + (problem is not null && post is null ? Nearest(left) : ""));
        }

        string word = GoalText.Words.First(each => each.Measure == measure).Word;
        if (post is not null && measure == GoalMeasure.HandOvers)
        {
            return Wrong($"'hand-overs' counts what comes to an office, not to a post: leave out '{Name(post.Value)}'.");
        }

        if ($"{right} ".Contains(" within ", StringComparison.Ordinal))
        {
            return Wrong($"'{word}' is asked of offices and not from the issue of a directive on: write 'at TIME' for a moment "
                + "of the run, or leave 'within' out for all of it.");
        }

        string[] parts = right.Split(GoalText.Moment);
        var (limit, share, fault) = Limit(parts[0].Trim(), measure, word);
        if (fault is not null || parts.Length > 2)
        {
            return Wrong(fault ?? $"'{ScalarNode.Excerpt(right)}' names two moments.");
        }

        CivilTime? at = null;
        if (parts.Length == 2)
        {
            if (!CivilTime.TryParse(parts[1].Trim(), out _, out string? noTime))
            {
                return Wrong(noTime!);
            }

            at = CalendarReader.EndOf(parts[1].Trim());
        }

        return (new GoalText(measure, among, directive, share, atMost, null, at) { Desk = new DeskLimit(post, limit) }, null);
    }

    /// <summary>A measure such as <c>backlog(level district) at 2021-05-10</c> as a goal that wants nothing; <c>null</c>: it is about
    /// something else.</summary>
    public static string? Asking(string text)
    {
        int end = text.LastIndexOf(')') + 1;
        return end == 0 || !IsAsked(text[..end]) ? null : $"{text[..end].Trim()} >= {Nothing(text)} {text[end..].Trim()}".TrimEnd();
    }

    private static string Nothing(string text) => text.Contains("utilisation", StringComparison.Ordinal) ? "0%" : "0";

    /// <summary>The post, which is the last word in the brackets, and the rest without it.</summary>
    private static (string Head, Post? Post) Split(string left)
    {
        int open = left.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || left[^1] != ')')
        {
            return (left, null);
        }

        string[] words = left[(open + 1)..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int post = words.Length < 2 ? -1 : Array.IndexOf(_posts, words[^1]);
        bool isName = words.Length == 2 && words[0] is "level" or "kind" or "line"; // a level may be called staff
        return post < 0 || isName ? (left, null) : ($"{left[..open]}({string.Join(' ', words[..^1])})", (Post)post);
    }

    private static string Nearest(string left)
    {
        string last = left.TrimEnd(')', ' ').Split(' ', '(')[^1];
        return NearestName.Of(last, _posts) is { } near ? $" Did you mean the post '{near}'?" : "";
    }

    private static (int? Papers, int Share, string? Problem) Limit(string text, GoalMeasure measure, string word)
    {
        if (measure == GoalMeasure.Utilisation)
        {
            var (share, problem) = NumberText.Probability(text);
            return share is { } value
                ? (null, (int)Math.Round(value * 10_000, MidpointRounding.AwayFromZero), null)
                : (null, 0, problem ?? $"'{word}' is a share: write {word}(…) <= 80%.");
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int papers) && papers <= MostPapers
            ? (papers, 0, null)
            : (null, 0, $"'{ScalarNode.Excerpt(text)}' is no number of papers; '{word}' counts them: write {word}(…) <= 20, "
                + "a whole number.");
    }

    private static string Name(Post post) => _posts[(int)post];

    private static (GoalText? Goal, string? Problem) Wrong(string problem) => (null, problem);
}
