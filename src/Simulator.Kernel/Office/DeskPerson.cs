namespace Simulator.Kernel.Office;

/// <summary>One person of a post.</summary>
internal struct DeskPerson
{
    /// <summary>The first of his papers in hand, which are linked; -1: none.</summary>
    internal int FirstPaper;

    /// <summary>How many he has in hand.</summary>
    internal int Papers;

    /// <summary>Up to when his work on them has been taken into account.</summary>
    internal int WorkedUntil;

    /// <summary>Since when he is away.</summary>
    internal int AwaySince;

    /// <summary>How many spells of absence by chance he has had, or has begun.</summary>
    internal uint Spells;

    /// <summary>How many arranged absences he is in.</summary>
    internal int Arranged;

    /// <summary>Whether he is away by chance.</summary>
    internal bool ByChance;

    internal readonly bool IsAway => ByChance || Arranged > 0;
}
