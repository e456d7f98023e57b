using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>What an id may look like, and which words mean something else already.</summary>
internal static class Ids
{
    private const int Longest = 80;

    /// <summary>Words of selectors.</summary>
    public static IReadOnlyList<string> SelectorWords { get; } =
        ["subordinates", "led", "each", "addressee", "each-addressee", "level", "kind", "line", "of",
            "issuer", "all", "none"];

    /// <summary>Why a text is no id; <c>null</c> if it is one.</summary>
    public static string? Problem(string text)
    {
        string excerpt = ScalarNode.Excerpt(text);
        if (text.Length is 0 or > Longest)
        {
            return text.Length == 0 ? "an id has at least one character."
                : $"'{excerpt}' is longer than {Longest} characters.";
        }

        bool good = char.IsLetterOrDigit(text[0]) && text.All(IsOfId);
        return good ? null
            : $"'{excerpt}' is no id; ids are letters, digits, hyphens and underscores, such as city-party.";
    }

    /// <summary>Why a text is no id of a body or of a group; <c>null</c> if it is one.</summary>
    public static string? BodyProblem(string text)
    {
        if (Problem(text) is { } problem)
        {
            return problem;
        }

        if (SelectorWords.Contains(text))
        {
            return $"'{text}' is a word of selectors, and a body cannot be called so.";
        }

        return ScenarioFormat.Scenario.Find(text) is null
            ? null
            : $"'{text}' is a key of scenarios, and a body cannot be called so.";
    }

    /// <summary>
    /// Why a text does not name a body, a member (<c>wards/7</c>) or a group; <c>null</c> if it may.
    /// </summary>
    public static string? ReferenceProblem(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Problem(text) : Problem(text[..slash]) ?? Problem(text[(slash + 1)..]);
    }

    /// <summary>Why a text is no name of a library (<c>vn/2021</c>); <c>null</c> if it is one.</summary>
    public static string? LibraryProblem(string text) =>
        text.Split('/').Select(Problem).FirstOrDefault(problem => problem is not null);

    private static bool IsOfId(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';
}
