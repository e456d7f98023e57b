using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Office;

/// <summary>The live state of one body, beside its dossiers and jobs.</summary>
internal struct BodySlot
{
    /// <summary>Entries written.</summary>
    internal uint Sequence;

    /// <summary>Papers sent.</summary>
    internal uint Messages;

    /// <summary>Rounds handled.</summary>
    internal uint Rounds;

    /// <summary>Jobs made.</summary>
    internal int Jobs;

    /// <summary>Where its dossiers begin in the slab, and how many there are.</summary>
    internal int FirstDossier;
    internal int Dossiers;

    /// <summary>Number of the newest outgoing and of the newest incoming paper.</summary>
    internal uint OutNumber;
    internal uint InNumber;

    /// <summary>How many restarts of its number series have been taken into account.</summary>
    internal int Restarts;

    internal PostStates Posts;
}

/// <summary>The three posts of an office.</summary>
[InlineArray(3)]
internal struct PostStates
{
    private PostState first;
}

/// <summary>Who is busy in a post, and what waits for it.</summary>
internal struct PostState
{
    /// <summary>A bit for each busy person.</summary>
    internal ulong Busy;

    /// <summary>The queue; -1: empty.</summary>
    internal int Head;
    internal int Tail;

    /// <summary>The opening that the post has asked to be woken for; 0: none.</summary>
    internal int Opening;
}
