namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What became of a request.</summary>
/// <param name="Outcome">Whether it arrived.</param>
/// <param name="Rejected">Of a request that arrived: how many of its spans were not taken.</param>
/// <param name="Why">What the receiver says, or what went wrong.</param>
/// <param name="After">How long it asks to wait before the next try; <c>null</c>: it does not say.</param>
internal sealed record SendAnswer(SendOutcome Outcome, long Rejected = 0, string? Why = null, TimeSpan? After = null);

/// <summary>Whether a request arrived, and whether another try would help.</summary>
internal enum SendOutcome
{
    /// <summary>It did.</summary>
    Arrived,

    /// <summary>It did not, and can be sent again.</summary>
    Busy,

    /// <summary>It did not, and will not.</summary>
    Refused,

    /// <summary>It did not, and no other will: it is the wrong place, or nobody may send there.</summary>
    Closed,

    /// <summary>There was nobody to take it.</summary>
    Unreached,
}
