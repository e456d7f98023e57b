using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Experiments;

/// <summary>
/// Reads what is varied: <c>city.clerk=1,2,3</c>, or a range with the number of its values, both ends included,
/// <c>city.clerk=1..5/3</c>; without that number a design that samples chooses the values itself.
/// </summary>
/// <remarks>
/// Each value is written as <c>--set</c> takes it. A list is split at commas that stand in no quotes and no
/// brackets; a value with a comma of its own, or one with two dots that is no range, is quoted.
/// </remarks>
public static class VaryText
{
    /// <summary>The most values of one path.</summary>
    public const int MostValues = 1_000;

    private const string Example = "Write path=value,value, such as city.clerk=1,2,3, or path=low..high/values, such as city.clerk=1..5/3.";

    /// <summary>What is varied, or what is wrong with the text.</summary>
    /// <param name="written">What stands after <c>--vary</c>.</param>
    public static (Factor? Factor, Problem? Problem) Parse(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        int sign = written.IndexOf('=', StringComparison.Ordinal);
        string path = sign < 0 ? "" : Vietnamese.Compose(written[..sign].Trim());
        if (path.Length == 0)
        {
            return (null, Fault("--vary", $"'{ScalarNode.Excerpt(written)}' varies nothing.", Example));
        }

        var (levels, range, problem, right) = Values(written[(sign + 1)..], sign + 1);
        return problem is null
            ? (new Factor(path, levels, range), null)
            : (null, Fault($"--vary {ScalarNode.Excerpt(path)}", problem, right));
    }

    /// <summary>The values of a path, or what is wrong with them and what would be right.</summary>
    /// <param name="text">The list or the range.</param>
    /// <param name="before">How many characters stand before it, for the places in problems.</param>
    internal static (IReadOnlyList<string> Levels, ValueRange? Range, string? Problem, string? Right) Values(
        string text, int before)
    {
        if (!ValueRange.IsMeant(text.Trim()))
        {
            var (values, problem, right) = Split(text, before);
            return (values, null, problem, right);
        }

        var (range, steps, fault) = ValueRange.Parse(text.Trim());
        return range is null
            ? ([], null, fault, "Write a range such as 1..5/3, 1d..3d/5, 20%..60%/3, +0..+3/4 or x0.5..x2/4; quote a text.")
            : (steps is { } count ? range.Levels(count) : [], range, null, null);
    }

    private static (IReadOnlyList<string> Values, string? Problem, string? Right) Split(string text, int before)
    {
        var (values, open, begins) = (new List<string>(), new Stack<(char Closes, int At)>(), 0);
        for (int at = 0; at <= text.Length; at++)
        {
            char here = at < text.Length ? text[at] : ',';
            if (open.TryPeek(out var inner) && at < text.Length)
            {
                if (IsPair(text, at, inner.Closes))
                {
                    at++;
                }
                else if (here == inner.Closes)
                {
                    open.Pop();
                }
                else if (inner.Closes is not ('"' or '\''))
                {
                    Open(text, begins, at, open);
                }

                continue;
            }

            if (open.Count > 0)
            {
                return ([], $"What is opened at character {before + inner.At + 1}, '{text[inner.At]}', is never closed.",
                    "Close it, or put the value in quotes.");
            }

            if (here != ',')
            {
                Open(text, begins, at, open);
                continue;
            }

            string value = text[begins..at].Trim();
            if (value.Length == 0 || values.Contains(value) || values.Count == MostValues)
            {
                return ([], value.Length == 0 ? $"Value {values.Count + 1}, at character {before + begins + 1}, is empty."
                    : values.Count == MostValues ? $"There are more than {MostValues} values."
                    : $"'{ScalarNode.Excerpt(value)}', at character {before + begins + 1}, is there already.",
                    value.Length == 0 ? "Write ~ for no value." : null);
            }

            values.Add(value);
            begins = at + 1;
        }

        return (values, null, null);
    }

    // What stands for a quote within quotes, \" or ''.
    private static bool IsPair(string text, int at, char closes) => at + 1 < text.Length
        && ((closes == '"' && text[at] == '\\') || (closes == '\'' && text[at] == '\'' && text[at + 1] == '\''));

    // A quote opens only where a value or a part of one can begin: there is one in People's too.
    private static void Open(string text, int begins, int at, Stack<(char Closes, int At)> open)
    {
        char closes = text[at] switch { '(' => ')', '[' => ']', '{' => '}', '"' => '"', '\'' => '\'', _ => '\0' };
        string since = text[begins..at].TrimEnd();
        bool isBeginning = since.Length == 0 || since[^1] is '[' or '{' or '(' or ',' or ':';
        if (closes != '\0' && (closes is not ('"' or '\'') || isBeginning))
        {
            open.Push((closes, at));
        }
    }

    private static Problem Fault(string place, string what, string? right) =>
        new(Severity.Error, Place.Of(place), what, right);
}
