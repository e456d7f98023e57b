namespace Simulator.Analysis.Paths;

/// <summary>One body in two courses of a directive.</summary>
/// <param name="First">Its first course.</param>
/// <param name="Second">Its second.</param>
public sealed record BodyDifference(BodyCourse First, BodyCourse Second)
{
    /// <summary>How many minutes later a moment was in the second course; <c>null</c>: it did not come in both.</summary>
    public int? At(CourseMoment moment) => Second.At(moment) - First.At(moment);

    /// <summary>Whether anything is different that is compared.</summary>
    public bool IsAny => First.State != Second.State
        || Enum.GetValues<CourseMoment>().Any(moment => First.At(moment) != Second.At(moment));
}
