using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Office;

/// <summary>A paper on its way through an office: waiting for a person, or in a person's hands.</summary>
internal struct Job
{
    /// <summary>The next in the queue or in the list of free places, or -1.</summary>
    internal int Next;

    /// <summary>The order in the queue; the smaller first.</summary>
    internal int Precedence;

    /// <summary>When the step in hand began.</summary>
    internal int Started;

    /// <summary>Sequence of the entry that enabled the step.</summary>
    internal uint Cause;

    /// <summary>The body at the other end of a report, a reminder, a question; else -1.</summary>
    internal int Counterpart;

    /// <summary>Bodies counted in a report.</summary>
    internal uint Counted;

    /// <summary>Bodies complied in a report.</summary>
    internal uint Complied;

    /// <summary>The body's own count of jobs: orders those that end at one tick.</summary>
    internal int Serial;

    internal ushort Dossier;
    internal ushort Tag;
    internal Flow Flow;

    /// <summary>Which step of the flow.</summary>
    internal byte Position;

    /// <summary>The assignment, or 255.</summary>
    internal byte Item;

    /// <summary>Whose hands it is in; 255: nobody's.</summary>
    internal byte Server;

    internal Urgency Urgency;

    /// <summary>How many of the same sort came before it about the same paper: the occurrence of its draws.</summary>
    internal ushort Again;
}
