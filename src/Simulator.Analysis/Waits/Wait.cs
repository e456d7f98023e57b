using Simulator.Analysis.Measures;

namespace Simulator.Analysis.Waits;

/// <summary>How long a body had a paper, or a paper was on its way to it, and why.</summary>
public sealed record Wait
{
    /// <summary>Index of the body that has it, or to which it goes.</summary>
    public required int Body { get; init; }

    /// <summary>Index of the body whose paper it is.</summary>
    public required int Sender { get; init; }

    /// <summary>The tick at which it begins.</summary>
    public required int From { get; init; }

    /// <summary>The tick at which it ends; the moment looked at, if it has not ended.</summary>
    public required int To { get; init; }

    /// <summary>The minutes between, by reason.</summary>
    public required WaitSum Sum { get; init; }

    /// <summary>Where it is at the moment; <c>null</c>: it has ended.</summary>
    public HoldUpCause? Open { get; init; }
}
