using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Office;

/// <summary>
/// The live state of one body, beside its dossiers and jobs: two cache lines, the first of which is enough
/// for a round that concerns no post or the clerk alone.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
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

    /// <summary>How many dossiers it has opened.</summary>
    internal int Dossiers;

    /// <summary>Number of the newest incoming paper.</summary>
    internal uint InNumber;

    /// <summary>Number of the newest outgoing paper.</summary>
    internal uint OutNumber;

    /// <summary>How many restarts of the series of outgoing numbers have been taken into account.</summary>
    internal byte OutRestarts;

    /// <summary>The same of incoming numbers, which run through the year.</summary>
    internal byte InRestarts;

    /// <summary>A bit for each post before which a paper waits.</summary>
    internal byte Waiting;

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
