namespace Simulator.Analysis.Store;

/// <summary>A store cannot be opened or made; the message says why, and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and by what it was found.</summary>
    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
