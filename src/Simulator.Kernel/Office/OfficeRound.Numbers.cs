namespace Simulator.Kernel.Office;

/// <summary>The numbers that the clerk gives to what leaves and to what arrives.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>The next outgoing number; a series starts again at its year or term.</summary>
    private uint NextNumber()
    {
        var restarts = kind.ByTerm ? model.TermStarts : model.YearStarts;
        if (StartsAgain(restarts, ref slot.OutRestarts))
        {
            slot.OutNumber = 0;
        }

        return ++slot.OutNumber;
    }

    /// <summary>
    /// The next arrival number, which runs through the year (Decree 30/2020/NĐ-CP, Article 22(2)).
    /// </summary>
    private uint NextArrival()
    {
        if (StartsAgain(model.YearStarts, ref slot.InRestarts))
        {
            slot.InNumber = 0;
        }

        return ++slot.InNumber;
    }

    /// <summary>Whether a series has started again since it was last used; not for a start at tick 0.</summary>
    private readonly bool StartsAgain(int[] restarts, ref byte taken)
    {
        var again = false;
        for (; taken < restarts.Length && restarts[taken] <= now; taken++)
        {
            again |= restarts[taken] > 0;
        }

        return again;
    }
}
