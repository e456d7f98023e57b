namespace Simulator.Kernel.Office;

/// <summary>A question that has been put, or is being put, to whoever issued the paper.</summary>
internal struct Inquiry
{
    /// <summary>The next of the same body, or of the free places; -1: none.</summary>
    internal int Next;

    /// <summary>The body's own count of questions, from 1.</summary>
    internal uint Number;

    /// <summary>Whose question was passed up; -1: it is the body's own.</summary>
    internal int Asker;

    /// <summary>The number of that question at the asker.</summary>
    internal uint AskerNumber;

    /// <summary>The occurrence of the draws about that question.</summary>
    internal ushort AskerKey;

    internal ushort Dossier;

    /// <summary>The entry by which it was last sent.</summary>
    internal uint Sent;

    /// <summary>The assignment to be approved; 255: an opinion on the whole paper.</summary>
    internal byte Item;

    /// <summary>How often it has come back for clarification.</summary>
    internal byte Round;
}
