namespace Simulator.Kernel.Engine;

/// <summary>A wake-up with its moment, as a body asks for it.</summary>
/// <param name="Due">The tick.</param>
/// <param name="WakeUp">What for.</param>
public readonly record struct PendingWakeUp(int Due, WakeUp WakeUp)
{
    /// <summary>What for, to be read in place.</summary>
    internal readonly WakeUp What = WakeUp;

    /// <summary>What for.</summary>
    public WakeUp WakeUp
    {
        get => What;
        init => What = value;
    }
}
