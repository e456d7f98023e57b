using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Store;

/// <summary>
/// Which paper each entry of a body is about, as the body's entries are read in their order: the one that it says, or
/// else the one that came by its route.
/// </summary>
internal sealed class PapersInHand(StoreNumbers numbers)
{
    private const int MostResends = 64;

    private readonly Dictionary<(uint Root, byte Route), int> inHand = [];
    private readonly Dictionary<uint, int> issued = [];

    /// <summary>Goes on to another body.</summary>
    internal void Clear()
    {
        inHand.Clear();
        issued.Clear();
    }

    /// <summary>The number of the paper; 0: none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="number">The entry's own number.</param>
    /// <param name="paper">What was issued, if it was.</param>
    internal int Of(in Entry entry, int number, out IssuedPaper paper)
    {
        paper = default;
        var place = (entry.Root, entry.Route);
        if (entry.Kind == EntryKind.Issued)
        {
            var received = inHand.GetValueOrDefault(place);
            var ordinal = issued[entry.Root] = issued.GetValueOrDefault(entry.Root) + 1;
            paper = new IssuedPaper(ordinal, received);
            if (received == 0)
            {
                inHand[place] = number;
            }

            return number;
        }

        if (StoreWords.TellsOfPaper(entry.Kind) && ((PaperClass)entry.What).BringsDirective())
        {
            var found = Sent(entry);
            if (found != 0 && entry.Kind is EntryKind.Arrived or EntryKind.Unseen)
            {
                inHand.TryAdd(place, found);
            }

            return found;
        }

        return inHand.GetValueOrDefault(place);
    }

    /// <summary>The paper by whose issue something was sent; it can have been sent again for want of a word.</summary>
    private int Sent(in Entry entry)
    {
        var found = entry;
        for (var step = 0; step < MostResends && numbers.Trace.TryCause(found, out var cause); step++)
        {
            if (cause.Kind == EntryKind.Issued)
            {
                return numbers.OfCause(found);
            }

            found = cause;
        }

        return 0;
    }
}

/// <summary>A paper that was just issued.</summary>
/// <param name="Ordinal">Which of the body's papers of this root it is, from 1; 0: nothing was issued.</param>
/// <param name="Implements">The number of the paper that it passes on; 0: none.</param>
internal readonly record struct IssuedPaper(int Ordinal, int Implements);
