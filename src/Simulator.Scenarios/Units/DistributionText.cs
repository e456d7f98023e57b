using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Units;

/// <summary>
/// Reads laws of chance as people write them: <c>10wm</c>, <c>pert 1wh 2wh 6wh</c>,
/// <c>lognormal median 2wd sigma 0.6</c>.
/// </summary>
internal static class DistributionText
{
    private const int MostObservations = 10_000;

    // A is an amount of time, N a number, Q a quantile such as q90.
    private static readonly (string Family, string Pattern, string Example)[] _forms =
    [
        ("constant", "constant A", "constant 10wm"),
        ("uniform", "uniform A A", "uniform 5wm 20wm"),
        ("triangular", "triangular A A A", "triangular 1wh 2wh 6wh"),
        ("pert", "pert A A A", "pert 1wh 2wh 6wh"),
        ("exponential", "exponential mean A", "exponential mean 2wd"),
        ("lognormal median", "lognormal median A sigma N", "lognormal median 2wd sigma 0.6"),
        ("lognormal", "lognormal Q A Q A", "lognormal q10 1wh q90 3wd"),
        ("gamma", "gamma shape N mean A", "gamma shape 2 mean 3wh"),
        ("weibull", "weibull shape N scale A", "weibull shape 1.5 scale 3wh"),
        ("pareto", "pareto shape N least A", "pareto shape 2.5 least 1wh"),
        ("empirical", "empirical [A, A, A]", "empirical [1wh, 2wh, 5wh]"),
    ];

    /// <summary>The first words of the laws.</summary>
    public static IEnumerable<string> Families => _forms.Select(form => FirstWord(form.Pattern)).Distinct();

    /// <summary>An example of each way to write a law, in working time.</summary>
    public static IEnumerable<string> Examples => _forms.Select(form => form.Example);

    /// <summary>The law, or a sentence that says why there is none.</summary>
    public static (DistributionForm? Form, string? Problem) Parse(string text, SpanUnits units)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            var (amount, problem) = SpanText.Parse(text, units);
            return amount is { } length ? Checked(new("constant", [length], [])) : (null, problem);
        }

        if (words.Length == 0 || !Families.Contains(words[0]))
        {
            return (null, UnknownFamily(text, words));
        }

        return words[0] == "empirical" ? ParseObservations(text, units) : ParseForm(text, words, units);
    }

    /// <summary>The same law with every length times a factor.</summary>
    public static string Scaled(string text, double factor)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word =>
        {
            string inner = word.Trim('[', ']', ',');
            return SpanText.Scaled(inner, factor) is { } scaled
                ? word.Replace(inner, scaled, StringComparison.Ordinal)
                : word;
        }));
    }

    private static (DistributionForm?, string?) ParseForm(string text, string[] words, SpanUnits units)
    {
        string? problem = null;
        foreach (var (family, pattern, _) in _forms.Where(form => FirstWord(form.Pattern) == words[0]))
        {
            string[] wanted = pattern.Split(' ');
            var amounts = new List<Amount>();
            var numbers = new List<double>();
            bool matches = wanted.Length == words.Length;
            for (int i = 0; i < wanted.Length && matches; i++)
            {
                (matches, string? fault) = Match(wanted[i], words[i], units, amounts, numbers);
                problem ??= fault;
            }

            if (matches)
            {
                return amounts.All(amount => amount.IsWorking == amounts[0].IsWorking)
                    ? Checked(new(family, amounts, numbers))
                    : (null, $"'{ScalarNode.Excerpt(text)}' mixes elapsed and working time; "
                        + "write one of them.");
            }
        }

        string examples = string.Join(" or ",
            _forms.Where(form => FirstWord(form.Pattern) == words[0]).Select(form => $"'{form.Example}'"));
        return (null, problem ?? $"'{ScalarNode.Excerpt(text)}' is not complete; write {examples}.");
    }

    private static (bool Matches, string? Problem) Match(
        string wanted, string word, SpanUnits units, List<Amount> amounts, List<double> numbers)
    {
        switch (wanted)
        {
            case "A":
                var (amount, problem) = SpanText.Parse(word, units);
                amounts.Add(amount ?? default);
                return (amount is not null, problem);
            case "N":
                var number = NumberText.Number(word);
                numbers.Add(number ?? 0);
                return (number is not null, number is null
                    ? $"'{ScalarNode.Excerpt(word)}' is not a number." : null);
            case "Q":
                var share = word.StartsWith('q') ? NumberText.Number(word[1..]) / 100 : null;
                numbers.Add(share ?? 0);
                return (share is not null, null);
            default:
                return (word == wanted, null);
        }
    }

    private static (DistributionForm?, string?) ParseObservations(string text, SpanUnits units)
    {
        string list = text["empirical".Length..].Trim();
        if (list is not ['[', .., ']'])
        {
            return (null,
                $"'{ScalarNode.Excerpt(text)}' is not complete; write 'empirical [1wh, 2wh, 5wh]'.");
        }

        var amounts = new List<Amount>();
        foreach (string item in list[1..^1].Split(','))
        {
            var (amount, problem) = SpanText.Parse(item.Trim(), units);
            if (amount is not { } length || amounts.Count == MostObservations)
            {
                return (null, problem ?? $"An empirical law takes at most {MostObservations} observations.");
            }

            amounts.Add(length);
        }

        return amounts.All(amount => amount.IsWorking == amounts[0].IsWorking)
            ? Checked(new("empirical", amounts, []))
            : (null, $"'{ScalarNode.Excerpt(text)}' mixes elapsed and working time; write one of them.");
    }

    /// <summary>Lets the kernel judge the numbers, with a working day of eight hours.</summary>
    private static (DistributionForm?, string?) Checked(DistributionForm form)
    {
        string? problem = form.In(480).Problem;
        return (problem is null ? form : null, problem);
    }

    private static string UnknownFamily(string text, string[] words)
    {
        string? nearest = words.Length == 0 ? null : NearestName.Of(words[0], Families);
        string hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
        return $"'{ScalarNode.Excerpt(text)}' is not a law of chance; write a length of time, or one of "
            + $"{string.Join(", ", Families)}.{hint}";
    }

    private static string FirstWord(string pattern) => pattern.Split(' ')[0];
}
