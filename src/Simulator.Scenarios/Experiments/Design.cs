using System.Globalization;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Experiments;

/// <summary>How an experiment chooses its cells, as people write it: <c>latin-hypercube points 20 seed 3</c>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">Points or trajectories of a design that samples; 0 for the others.</param>
/// <param name="Seed">What a design that samples draws from: the same seed, the same cells.</param>
public sealed partial record Design(DesignKind Kind, int Count = 0, ulong Seed = 1)
{
    /// <summary>The most cells of one experiment.</summary>
    public const int MostCells = 100_000;

    private const string Forms =
        "Write factorial, one-at-a-time, latin-hypercube points 20 or morris trajectories 10, "
            + "the last two with 'seed 3' after it or not.";

    private static readonly (string Word, DesignKind Kind, string? Counts)[] _kinds =
    [
        ("factorial", DesignKind.Factorial, null),
        ("one-at-a-time", DesignKind.OneAtATime, null),
        ("latin-hypercube", DesignKind.LatinHypercube, "points"),
        ("morris", DesignKind.Morris, "trajectories"),
    ];

    /// <summary>The design, or a sentence that says why there is none.</summary>
    public static (Design? Design, string? Problem) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string name = words.FirstOrDefault() ?? "";
        var (word, kind, counts) = Array.Find(_kinds, each => each.Word == name);
        if (word is null)
        {
            string? nearest = NearestName.Of(name, [.. _kinds.Select(each => each.Word)]);
            return (null, $"'{ScalarNode.Excerpt(text)}' is no design. {Forms}"
                + (nearest is null ? "" : $" Did you mean '{nearest}'?"));
        }

        bool isSeeded = words.Length == 5 && words[3] == "seed";
        ulong seed = 1;
        if ((counts is null && words.Length > 1)
            || (counts is not null && (words.Length != (isSeeded ? 5 : 3) || words[1] != counts))
            || (isSeeded && !ulong.TryParse(words[4], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
        {
            return (null, $"'{ScalarNode.Excerpt(text)}' is not how {word} is written. {Forms}");
        }

        int count = 0;
        return counts is null || (int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out count)
                && count is >= 2 and <= MostCells)
            ? (new Design(kind, count, seed), null)
            : (null, $"'{ScalarNode.Excerpt(words[2])}' is no number of {counts}, 2 to {MostCells}.");
    }

    /// <summary>As people write it.</summary>
    public override string ToString()
    {
        var (word, _, counts) = Array.Find(_kinds, each => each.Kind == Kind);
        return counts is null ? word : FormattableString.Invariant($"{word} {counts} {Count} seed {Seed}");
    }
}
