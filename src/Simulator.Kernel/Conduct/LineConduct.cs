namespace Simulator.Kernel.Conduct;

/// <summary>How a body behaves towards papers from bodies of one line of command.</summary>
public sealed record LineConduct
{
    /// <summary>The line of the body whose paper it is.</summary>
    public required string Line { get; init; }

    /// <summary>Its conduct towards them.</summary>
    public required ConductShares Shares { get; init; }

    /// <summary>The same where the assignment is a request; <c>null</c>: no different.</summary>
    public ConductShares? OnRequest { get; init; }
}
