namespace Simulator.Scenarios.Problems;

/// <summary>
/// Finds the valid name that a mistaken one was probably meant to be, by edit distance with transposed
/// neighbours (Damerau 1964, optimal string alignment), in lower case.
/// </summary>
public static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The nearest name that differs in at most a third of the letters, rounded up, or <c>null</c>.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> valid)
    {
        if (name.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string wanted = Folded(name);
        string? nearest = null;
        int least = ((wanted.Length + 2) / 3) + 1;
        foreach (string candidate in valid)
        {
            if (Math.Abs(candidate.Length - wanted.Length) < least
                && Distance(wanted, Folded(candidate), least) is var distance && distance < least)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>
    /// The number of edits between two names, or <paramref name="limit"/> if it is that or more.
    /// </summary>
    internal static int Distance(string left, string right, int limit)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int leastInRow = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int edits = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    edits = Math.Min(edits, beforeLast[j - 2] + 1);
                }

                current[j] = edits;
                leastInRow = Math.Min(leastInRow, edits);
            }

            if (leastInRow >= limit)
            {
                return limit;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return Math.Min(last[right.Length], limit);
    }

    private static string Folded(string name) => name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
