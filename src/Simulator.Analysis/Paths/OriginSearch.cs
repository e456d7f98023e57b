namespace Simulator.Analysis.Paths;

/// <summary>
/// Finds where differences began: at each body, and on the way to each, what was added to what had come already, and how
/// many bodies below got their paper later, or earlier, with it.
/// </summary>
internal sealed class OriginSearch
{
    private readonly IReadOnlyList<BodyDifference> bodies;
    private readonly ILookup<string, BodyDifference> below;
    private readonly Dictionary<string, (int Later, int Earlier)> counts = new(StringComparer.Ordinal);

    internal OriginSearch(IReadOnlyList<BodyDifference> bodies)
    {
        this.bodies = bodies;

        // Whoever got his paper from somebody else has inherited from nobody that can be told.
        below = bodies.Where(body => body.First.From is not null && body.First.From == body.Second.From)
            .ToLookup(body => body.Second.From!, StringComparer.Ordinal);
    }

    internal IReadOnlyList<DifferenceOrigin> Find() =>
    [
        .. bodies.SelectMany(OriginsAt).Where(origin => origin.Minutes != 0)
            .OrderByDescending(origin => origin.Weight).ThenBy(origin => origin.Body.First.Body).ThenBy(origin => origin.Stage),
    ];

    private IEnumerable<DifferenceOrigin> OriginsAt(BodyDifference body)
    {
        if (body.At(CourseMoment.Arrived) is not { } came)
        {
            yield break;
        }

        if (body.First.From == body.Second.From)
        {
            yield return Origin(body, OriginStage.Travel, came - (body.Second.Sent!.Value - body.First.Sent!.Value));
        }

        if (body.First.Relays && body.Second.Relays && body.At(CourseMoment.Relayed) is { } relayed)
        {
            yield return Origin(body, OriginStage.Relay, relayed - came);
        }
        else if (!body.First.Relays && !body.Second.Relays && body.At(CourseMoment.Complied) is { } complied)
        {
            yield return Origin(body, OriginStage.CarryOut, complied - came);
        }
    }

    private DifferenceOrigin Origin(BodyDifference body, OriginStage stage, int minutes)
    {
        var (later, earlier) = stage == OriginStage.CarryOut ? (0, 0) : Below(body.First.Id);
        return new DifferenceOrigin(body, stage, minutes, minutes > 0 ? later : earlier);
    }

    /// <summary>Bodies below one, to whatever depth, that got their paper later, and earlier.</summary>
    private (int Later, int Earlier) Below(string id)
    {
        if (counts.TryGetValue(id, out var known))
        {
            return known;
        }

        counts[id] = (0, 0); // papers that go round come to an end here
        var (later, earlier) = (0, 0);
        foreach (var body in below[id])
        {
            var deeper = Below(body.First.Id);
            later += deeper.Later + (body.At(CourseMoment.Arrived) > 0 ? 1 : 0);
            earlier += deeper.Earlier + (body.At(CourseMoment.Arrived) < 0 ? 1 : 0);
        }

        return counts[id] = (later, earlier);
    }
}
