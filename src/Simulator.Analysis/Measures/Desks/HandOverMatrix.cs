using System.Runtime.InteropServices;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>Adds hand-overs up, group by group.</summary>
public static class HandOverMatrix
{
    /// <summary>
    /// A cell for each pair of groups between which any paper went, and for each class of papers between them, in the order of
    /// the groups; first of all classes together.
    /// </summary>
    /// <param name="handOvers">The papers.</param>
    /// <param name="groupOf">The group of a body, by which groups are in order.</param>
    /// <param name="nameOf">What a group is called.</param>
    public static IReadOnlyList<HandOverCell> Of(
        IReadOnlyList<HandOver> handOvers, Func<int, int> groupOf, Func<int, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(handOvers);
        ArgumentNullException.ThrowIfNull(groupOf);
        ArgumentNullException.ThrowIfNull(nameOf);
        var tallies = new Dictionary<(int From, int To, PaperClass Paper), Tally>();
        foreach (var handOver in handOvers)
        {
            var (from, to) = (groupOf(handOver.From), groupOf(handOver.To));
            Of(tallies, (from, to, PaperClass.None)).Add(handOver);
            Of(tallies, (from, to, handOver.Paper)).Add(handOver);
        }

        return
        [
            .. tallies.OrderBy(each => each.Key.From).ThenBy(each => each.Key.To).ThenBy(each => each.Key.Paper)
                .Select(each => each.Value.Cell(nameOf(each.Key.From), nameOf(each.Key.To), each.Key.Paper)),
        ];
    }

    private static Tally Of(
        Dictionary<(int From, int To, PaperClass Paper), Tally> tallies, (int From, int To, PaperClass Paper) key)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _);
        return tally ??= new Tally();
    }

    private sealed class Tally
    {
        private readonly List<int> travel = [];
        private readonly List<int> untilRegistered = [];
        private int lost;
        private int unseen;

        internal void Add(in HandOver handOver)
        {
            if (handOver.Arrived < 0)
            {
                lost++;
                return;
            }

            unseen += handOver.IsUnseen ? 1 : 0;
            travel.Add(handOver.Arrived - handOver.Sent);
            if (handOver.Registered >= 0)
            {
                untilRegistered.Add(handOver.Registered - handOver.Arrived);
            }
        }

        internal HandOverCell Cell(string from, string to, PaperClass paper) => new(
            from, to, paper, travel.Count, lost, unseen, Median(travel), untilRegistered.Count, Median(untilRegistered));

        private static double? Median(List<int> minutes)
        {
            if (minutes.Count == 0)
            {
                return null;
            }

            minutes.Sort();
            return (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2.0;
        }
    }
}
