using Simulator.Kernel.Time;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>Stretches of time of one person, of which those that overlap count once.</summary>
internal static class Stretches
{
    /// <summary>The same minutes in stretches that ascend and are apart.</summary>
    internal static List<(int From, int To)> Apart(List<(int From, int To)> stretches)
    {
        if (stretches.Count < 2)
        {
            return stretches;
        }

        stretches.Sort();
        var apart = new List<(int From, int To)>(stretches.Count);
        foreach (var (from, to) in stretches)
        {
            if (apart.Count > 0 && from <= apart[^1].To)
            {
                apart[^1] = (apart[^1].From, Math.Max(apart[^1].To, to));
            }
            else
            {
                apart.Add((from, to));
            }
        }

        return apart;
    }

    /// <summary>How many of the minutes lie in working hours and between two ticks.</summary>
    internal static long Within(List<(int From, int To)> apart, WorkingCalendar hours, int from, int to)
    {
        var minutes = 0L;
        foreach (var (first, last) in apart)
        {
            var (begins, ends) = (Math.Max(first, from), Math.Min(last, to));
            minutes += begins < ends ? hours.WorkingBetween(begins, ends) : 0;
        }

        return minutes;
    }

    /// <summary>The minutes that two lists of stretches share, each of them apart.</summary>
    internal static List<(int From, int To)> Both(List<(int From, int To)> left, List<(int From, int To)> right)
    {
        var both = new List<(int From, int To)>();
        foreach (var (from, to) in left)
        {
            foreach (var (first, last) in right)
            {
                if (Math.Max(from, first) < Math.Min(to, last))
                {
                    both.Add((Math.Max(from, first), Math.Min(to, last)));
                }
            }
        }

        return both;
    }
}
