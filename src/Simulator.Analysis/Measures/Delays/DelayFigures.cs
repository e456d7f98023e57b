namespace Simulator.Analysis.Measures.Delays;

/// <summary>The time to one thing of the bodies of a group, by both clocks, as a whole and each body's own part.</summary>
public sealed record DelayFigures
{
    /// <summary>Time to what.</summary>
    public required TimeTo To { get; init; }

    /// <summary>From the issue, all minutes.</summary>
    public required DelaySample Elapsed { get; init; }

    /// <summary>From the issue, minutes in the hours of the body's office (<see cref="OfficeClock"/>).</summary>
    public required DelaySample InHours { get; init; }

    /// <summary>From what enabled it at the body, all minutes.</summary>
    public required DelaySample OwnElapsed { get; init; }

    /// <summary>From what enabled it at the body, minutes in the hours of its office.</summary>
    public required DelaySample OwnInHours { get; init; }

    /// <summary>One of the four.</summary>
    /// <param name="isOwn">The body's own part.</param>
    /// <param name="inHours">By the clock of its office.</param>
    public DelaySample Of(bool isOwn, bool inHours) =>
        isOwn ? inHours ? OwnInHours : OwnElapsed : inHours ? InHours : Elapsed;
}
