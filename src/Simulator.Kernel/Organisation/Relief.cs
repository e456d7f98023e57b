using Simulator.Kernel.Office;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// Something that nobody waits for any more, so that a run can be played again to see what that waiting has
/// caused. What is drawn, and for whom, stays as it was; so does what comes to an office, and when.
/// </summary>
public sealed record Relief
{
    /// <summary>What nobody waits for.</summary>
    public required Hindrance From { get; init; }

    /// <summary>Ids of the bodies where nobody does; <c>null</c>: all. Without effect on <see cref="Hindrance.Travel"/>.</summary>
    public IReadOnlySet<string>? Bodies { get; init; }

    /// <summary>The post at which nobody does; <c>null</c>: any. For people, closed hours, absence and hours of steps.</summary>
    public Post? Post { get; init; }

    /// <summary>Id of the channel that takes no time; <c>null</c>: all. For <see cref="Hindrance.Travel"/> alone.</summary>
    public string? Channel { get; init; }
}

/// <summary>What keeps papers waiting.</summary>
public enum Hindrance : byte
{
    /// <summary>
    /// People who have other papers in hand, or are away. Without: <see cref="Resource.MostHeads"/> people, all there,
    /// one paper each.
    /// </summary>
    People = 0,

    /// <summary>Hours in which the post is closed, by its calendar or by a closure. Without: always open.</summary>
    ClosedHours = 1,

    /// <summary>People who are away. Without: all there.</summary>
    Absence = 2,

    /// <summary>Papers of no directive. Without: none come, and none were there.</summary>
    OtherPapers = 3,

    /// <summary>Hours of the day at which papers for a step are taken up together. Without: each when it comes.</summary>
    HoursOfSteps = 4,

    /// <summary>
    /// The way of a paper, hours of collection and addressees who are not there included. Without: a minute. What is lost,
    /// fails or finds the channel down does so still.
    /// </summary>
    Travel = 5,
}
