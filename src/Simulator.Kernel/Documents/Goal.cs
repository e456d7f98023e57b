using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// An answer that is wanted: when a share of certain bodies has got to a state. Shares are compared by
/// cross-multiplication, never as floating point.
/// </summary>
public sealed record Goal
{
    /// <summary>The goal as written.</summary>
    public required string Text { get; init; }

    /// <summary>The state.</summary>
    public required GoalMeasure Measure { get; init; }

    /// <summary>Among which bodies; those that are addressed count.</summary>
    public required Selector Among { get; init; }

    /// <summary>
    /// Id of the directive, or the id under which several are written (<see cref="Directive.Series"/>), which are then
    /// counted together; <c>null</c>: each of them.
    /// </summary>
    public string? Directive { get; init; }

    /// <summary>The share to reach, or not to exceed, in ten-thousandths; of a goal on a time, the quantile asked for.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>The time that bodies may take; <c>null</c>: the goal is about a share.</summary>
    public TimeLimit? Time { get; init; }

    /// <summary>Whether it wants nothing, and only asks for a number.</summary>
    public bool WantsNothing => !AtMost && (Time is { } time ? time.Span == TickSpan.Zero : BasisPoints == 0);

    /// <summary>Whether the share is not to be exceeded (<c>&lt;=</c>), rather than to be reached.</summary>
    public bool AtMost { get; init; }

    /// <summary>
    /// Elapsed time from the issue within which it is wanted, or until which it is not to be exceeded;
    /// <c>null</c>: by the run's end.
    /// </summary>
    public TickSpan? Within { get; init; }

    /// <summary>The moment at which it is asked, in place of <see cref="Within"/>; what is issued later does not count.</summary>
    public Tick? At { get; init; }

    /// <summary>The last tick that counts for a directive issued at a tick; without a limit the largest that there is.</summary>
    public int Limit(int issued) => At?.Value ?? (Within is { } within ? issued + within.Minutes : int.MaxValue);
}

/// <summary>The states that a goal can ask for.</summary>
public enum GoalMeasure : byte
{
    /// <summary>The paper has arrived.</summary>
    Reached = 0,

    /// <summary>The paper is registered.</summary>
    Registered = 1,

    /// <summary>The body's own assignments are done in full.</summary>
    Complied = 2,

    /// <summary>The body's report has reached whom it reports to.</summary>
    Reported = 3,

    /// <summary>Not a state but a mean: the share of the original's content that has come to the bodies.</summary>
    Content = 4,

    /// <summary>Of the bodies counted in last reports: complied, as the reports say.</summary>
    Claimed = 5,

    /// <summary>By how many of those bodies the reports are off what their senders knew.</summary>
    Misreported = 6,

    /// <summary>Of assignments: done not later than due.</summary>
    DoneOnTime = 7,

    /// <summary>Of assignments: done later than due.</summary>
    DoneLate = 8,

    /// <summary>Of assignments: not done and not overdue.</summary>
    InTerm = 9,

    /// <summary>Of assignments: not done and overdue.</summary>
    Overdue = 10,

    /// <summary>Of periodic reports that have fallen due: arrived by their hour.</summary>
    Punctual = 11,

    /// <summary>Counted, complied or not, in a report that has reached the issuer.</summary>
    Counted = 12,

    /// <summary>Of the bodies above one that an event befell: had a flash report of it.</summary>
    Alerted = 13,

    /// <summary>Not a state but a time: until the paper has arrived.</summary>
    TimeToReach = 14,

    /// <summary>Not a state but a time: until it is registered.</summary>
    TimeToRegister = 15,

    /// <summary>Not a state but a time: until the body's own paper, to those below it, has left.</summary>
    TimeToRelay = 16,

    /// <summary>Not a state but a time: until the body has complied.</summary>
    TimeToComply = 17,

    /// <summary>Not a state but a time: until its report has reached whom it reports to.</summary>
    TimeToReport = 18,

    /// <summary>Not a state but a mean: the share of the time to the due date that is left when the paper comes.</summary>
    TimeLeft = 24,

    /// <summary>The body has worked on the paper after a newer one, or its recall, was issued.</summary>
    Outdated = 25,

    /// <summary>The body has accepted a recall.</summary>
    Recalled = 26,
}
