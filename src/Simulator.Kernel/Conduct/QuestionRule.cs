using Simulator.Kernel.Time;

namespace Simulator.Kernel.Conduct;

/// <summary>
/// How a body asks its superior, and what it does when it is asked itself (xin ý kiến, cho ý kiến). Asking upward
/// in order not to answer for a decision is complained of in the National Assembly's own resolutions; no share is
/// known.
/// </summary>
public sealed record QuestionRule
{
    /// <summary>The most rounds in which one question can be sent back.</summary>
    public const int MostRounds = 100;

    /// <summary>
    /// The probability, 0 to 1, that a directive which has been registered is not assigned before whoever issued it
    /// has given an opinion.
    /// </summary>
    public double Opinion { get; init; }

    /// <summary>What no answer means to it as the asker; <c>null</c>: it waits for one.</summary>
    public SilenceRule? Silence { get; init; }

    /// <summary>The probability, 0 to 1, that a question to it is sent back for clarification, drawn each time.</summary>
    public double Returns { get; init; }

    /// <summary>How often at most one question is sent back, up to <see cref="MostRounds"/>.</summary>
    public int AtMost { get; init; } = 3;

    /// <summary>The probability, 0 to 1, that it asks its own superior before it answers.</summary>
    public double PassesUp { get; init; }

    /// <summary>The probability, 0 to 1, that it refuses what it is asked to approve.</summary>
    public double Refuses { get; init; }
}

/// <summary>What no answer means.</summary>
/// <param name="After">Elapsed time after the question was sent.</param>
/// <param name="MeansRefusal">Whether silence refuses what was to be approved; else it consents.</param>
public sealed record SilenceRule(TickSpan After, bool MeansRefusal = false);
