namespace Simulator.Kernel.Compilation;

/// <summary>
/// A model that cannot be compiled. A scenario that was read without an error does not raise it, but for
/// two ids with the same hash; a model built in code can.
/// </summary>
public sealed class ModelException : Exception
{
    /// <summary>A model that cannot be compiled, and why.</summary>
    public ModelException(string message)
        : base(message)
    {
    }
}
