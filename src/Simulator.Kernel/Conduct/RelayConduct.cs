namespace Simulator.Kernel.Conduct;

/// <summary>How likely it is that a body does not hand on at once what it should relay.</summary>
public sealed record RelayConduct
{
    /// <summary>Probability of laying the paper aside, before any step of the relay, until reminded, 0 to 1.</summary>
    public double Stall { get; init; }

    /// <summary>Probability of not relaying it unless inspected, 0 to 1.</summary>
    public double Ignore { get; init; }
}
