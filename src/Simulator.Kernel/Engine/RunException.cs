namespace Simulator.Kernel.Engine;

/// <summary>A run that cannot go on; its message names the body, the directive and the moment.</summary>
public sealed class RunException : Exception
{
    /// <summary>A run that cannot go on, and why.</summary>
    public RunException(string message)
        : base(message)
    {
    }
}
