using Simulator.Analysis.Measures;

namespace Simulator.Analysis.Paths;

/// <summary>
/// Two courses of a directive, body by body, by id: what was later in the second, and where that began. Times are
/// counted from the issue of each.
/// </summary>
public sealed class DirectiveDifference
{
    private DirectiveDifference(IReadOnlyList<BodyDifference> bodies) => Bodies = bodies;

    /// <summary>Bodies that both are for, in the order of the first model.</summary>
    public IReadOnlyList<BodyDifference> Bodies { get; }

    /// <summary>Bodies that the first alone is for.</summary>
    public required IReadOnlyList<BodyCourse> OnlyFirst { get; init; }

    /// <summary>Bodies that the second alone is for.</summary>
    public required IReadOnlyList<BodyCourse> OnlySecond { get; init; }

    /// <summary>By level and moment, in the order of the first model.</summary>
    public IReadOnlyList<LevelDifference> Levels =>
    [
        .. Bodies.GroupBy(body => body.First.Level).SelectMany(level => Enum.GetValues<CourseMoment>()
            .Select(moment => LevelDifference.Of(level.Key, moment, [.. level])))
            .Where(each => each.Later + each.Same + each.Earlier + each.OnlyFirst + each.OnlySecond > 0),
    ];

    /// <summary>Bodies that stand elsewhere at the end, by where they stand in the first and in the second.</summary>
    public IReadOnlyList<((ProgressState First, ProgressState Second) States, IReadOnlyList<BodyDifference> Bodies)> States =>
    [
        .. Bodies.Where(body => body.First.State != body.Second.State).GroupBy(body => (body.First.State, body.Second.State))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => (group.Key, (IReadOnlyList<BodyDifference>)[.. group])),
    ];

    /// <summary>Where differences began, those that weigh most first.</summary>
    public required IReadOnlyList<DifferenceOrigin> Origins { get; init; }

    /// <summary>Whether nothing that is compared is different.</summary>
    public bool IsNone => OnlyFirst.Count + OnlySecond.Count == 0 && !Bodies.Any(body => body.IsAny);

    /// <summary>The difference of two courses; <c>null</c>: they have no body in common.</summary>
    /// <param name="first">By id of the body.</param>
    /// <param name="second">The same.</param>
    public static DirectiveDifference? Of(
        IReadOnlyDictionary<string, BodyCourse> first, IReadOnlyDictionary<string, BodyCourse> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        List<BodyDifference> bodies =
        [
            .. first.Values.Where(body => second.ContainsKey(body.Id)).OrderBy(body => body.Body)
                .Select(body => new BodyDifference(body, second[body.Id])),
        ];
        return bodies.Count == 0 ? null : new DirectiveDifference(bodies)
        {
            OnlyFirst = [.. first.Values.Where(body => !second.ContainsKey(body.Id)).OrderBy(body => body.Body)],
            OnlySecond = [.. second.Values.Where(body => !first.ContainsKey(body.Id)).OrderBy(body => body.Body)],
            Origins = new OriginSearch(bodies).Find(),
        };
    }
}
