namespace Simulator.Analysis.Paths;

/// <summary>A moment of the bodies of a level in two courses of a directive.</summary>
/// <param name="Level">Name of the level, as in the first.</param>
/// <param name="Moment">The moment.</param>
/// <param name="Later">Bodies to which it came later in the second.</param>
/// <param name="Same">To which it came as soon.</param>
/// <param name="Earlier">To which it came earlier.</param>
/// <param name="OnlyFirst">To which it came in the first alone.</param>
/// <param name="OnlySecond">In the second alone.</param>
/// <param name="Median">Median of the minutes by which it was later, of those to which it came in both; <c>null</c>: of none.</param>
public sealed record LevelDifference(
    string Level, CourseMoment Moment, int Later, int Same, int Earlier, int OnlyFirst, int OnlySecond, double? Median)
{
    internal static LevelDifference Of(string level, CourseMoment moment, IReadOnlyCollection<BodyDifference> bodies)
    {
        int[] both = [.. bodies.Select(body => body.At(moment)).OfType<int>().Order()];
        return new LevelDifference(
            level, moment, both.Count(minutes => minutes > 0), both.Count(minutes => minutes == 0),
            both.Count(minutes => minutes < 0),
            bodies.Count(body => body.First.At(moment) is not null && body.Second.At(moment) is null),
            bodies.Count(body => body.First.At(moment) is null && body.Second.At(moment) is not null),
            both.Length == 0 ? null : (both[(both.Length - 1) / 2] + both[both.Length / 2]) / 2.0);
    }
}
