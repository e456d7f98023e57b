using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Engine;

/// <summary>
/// The papers on their way to the bodies of one region. Each lies in a place of its own until it arrives;
/// the agenda only knows the place. A place left free is the next one used.
/// </summary>
internal sealed class PapersUnderWay
{
    /// <summary>Marks a wake-up that stands for a paper; its job is the paper's place.</summary>
    internal const WakeKind Paper = (WakeKind)byte.MaxValue;

    private Message[] papers = new Message[16];
    private int used;
    private int free = -1;

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => (long)papers.Length * Unsafe.SizeOf<Message>();

    /// <summary>The paper at a place.</summary>
    internal ref readonly Message this[int place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref papers[place];
    }

    /// <summary>Lets go of all papers.</summary>
    internal void Clear()
    {
        used = 0;
        free = -1;
    }

    /// <summary>Keeps a paper until it arrives.</summary>
    /// <returns>What the agenda is to know of it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PendingWakeUp Add(in Message paper)
    {
        var place = free;
        if (place >= 0)
        {
            free = papers[place].From;
        }
        else
        {
            place = NewPlace();
        }

        papers[place] = paper;
        return new PendingWakeUp(paper.Arrives, new WakeUp { Body = paper.To, Job = place, Kind = Paper });
    }

    /// <summary>Lets go of a paper that has arrived.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Remove(int place)
    {
        papers[place].From = free;
        free = place;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewPlace()
    {
        if (used == papers.Length)
        {
            Array.Resize(ref papers, Growth.Of(papers.Length));
        }

        return used++;
    }
}
