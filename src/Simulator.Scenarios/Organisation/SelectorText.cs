using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Reads selectors that are written as words: <c>subordinates</c>, <c>led</c>, <c>each addressee</c>,
/// <c>level commune</c>, <c>kind x</c>, <c>line party</c>, <c>all</c>, or the id of a body or group.
/// </summary>
internal static class SelectorText
{
    private const string OfIssuer = " of issuer";

    /// <summary>Why a text is no selector; <c>null</c> if it is one.</summary>
    public static string? Problem(string text) => Parse(text).Problem;

    /// <summary>The selector, or a sentence that says why there is none.</summary>
    public static (Selector? Selector, string? Problem) Parse(string text)
    {
        string core = text.EndsWith(OfIssuer, StringComparison.Ordinal) ? text[..^OfIssuer.Length] : text;
        string[] words = core.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["subordinates"] => (Selector.Subordinates, null),
            ["led"] => (new Selector { Led = true }, null),
            ["all"] => (new Selector(), null),
            ["each", "addressee"] or ["each-addressee"] => (Selector.EachAddressee, null),
            ["level", var name] => Named(name, Ids.Problem(name), new Selector { Level = name }),
            ["kind", var name] => Named(name, Ids.Problem(name), new Selector { Kind = name }),
            ["line", var name] => Named(name, Ids.Problem(name), new Selector { Line = name }),
            [var name] when !Ids.SelectorWords.Contains(name) =>
                Named(name, Ids.ReferenceProblem(name), new Selector { Named = name }),
            _ => (null, $"'{ScalarNode.Excerpt(text)}' is no selector; write the id of a body or group, "
                + "level NAME, kind NAME, line NAME, subordinates, led, all or each addressee."),
        };
    }

    private static (Selector?, string?) Named(string name, string? problem, Selector selector) =>
        name.Length > 0 && problem is null ? (selector, null) : (null, problem);
}
