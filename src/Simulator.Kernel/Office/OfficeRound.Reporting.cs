using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Figures that leave this body otherwise than it knows them: inflation and honest error.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>What <see cref="EntryKind.Misreported"/> says of a figure: a bit for each.</summary>
    private const byte Inflated = 1;
    private const byte Erred = 2;

    /// <summary>The number complied as the body reports it, just before the report leaves.</summary>
    /// <param name="place">The dossier.</param>
    /// <param name="cause">The entry by which the report is sent.</param>
    /// <param name="counted">Bodies counted, itself included; that number is always right.</param>
    /// <param name="complied">Bodies complied as known here.</param>
    /// <param name="itself">Whether it knows itself to have complied.</param>
    /// <param name="number">Which of its reports it is: 0 the last, consolidated one.</param>
    private uint Claimed(int place, uint cause, uint counted, uint complied, bool itself, byte number)
    {
        if (kind.Reporting is not { } rule)
        {
            return complied;
        }

        var root = model.Roots[DossierAt(place).Root].Hash;
        var claimed = complied + Embellished(rule, root, counted, complied, itself);
        var what = claimed > complied ? Inflated : (byte)0;
        var misread = Misread(rule, root, counted, claimed, number);
        what |= misread != claimed ? Erred : (byte)0;
        if (misread != complied)
        {
            Write(EntryKind.Misreported, place, cause, Entry.Pack(what, number, complied, misread));
        }

        return misread;
    }

    /// <summary>
    /// How many it claims beyond those that it knows of: itself by chance, the same for all its reports on
    /// one root, and its share of those below that did not comply.
    /// </summary>
    private readonly uint Embellished(
        CompiledReporting rule, ulong root, uint counted, uint complied, bool itself)
    {
        if (rule.Inflates == 0)
        {
            return 0;
        }

        var more = itself || chance.Unit(facts.Hash, root, Purpose.ClaimItself, 0) * CompiledReporting.Whole
            >= rule.Inflates ? 0U : 1U;
        var below = counted - complied - (itself ? 0U : 1U);
        return more + (uint)((((ulong)below * (uint)rule.Inflates) + (CompiledReporting.Whole / 2))
            / CompiledReporting.Whole);
    }

    /// <summary>With the rule's probability the number is wrong by anything up to the largest error.</summary>
    private readonly uint Misread(CompiledReporting rule, ulong root, uint counted, uint claimed, byte number)
    {
        if (rule.Errs == 0 || rule.ErrorSize == 0
            || chance.Unit(facts.Hash, root, Purpose.Err, number) * CompiledReporting.Whole >= rule.Errs)
        {
            return claimed;
        }

        var most = (double)counted * rule.ErrorSize / CompiledReporting.Whole;
        var error = ((2 * chance.Unit(facts.Hash, root, Purpose.ErrorSize, number)) - 1) * most;
        var whole = error < 0 ? -(long)(0.5 - error) : (long)(error + 0.5);
        return (uint)Math.Clamp(claimed + whole, 0, counted);
    }
}
