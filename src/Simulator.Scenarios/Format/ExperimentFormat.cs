using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Experiments;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of experiments: what is played again and again, in which variants and with which values.</summary>
internal static class ExperimentFormat
{
    /// <summary>The key of a scenario that they are under.</summary>
    public const string Experiments = "experiments";

    /// <summary>The most replications of one cell.</summary>
    public const int MostReplications = 1_000_000;

    private static Shape OneValue { get; } = new AnyShape("value, or a change such as +1, -2d or x 0.5");

    /// <summary>One experiment.</summary>
    public static RecordShape Experiment { get; } = new(
        "experiment",
        [
            new("about", Scalars.Text, "Anything to be said of it.")
            {
                Example = "Do more clerks make up for a tier?",
            },
            new("variants", new EitherShape { Scalar = Scalars.Id, List = new ListShape(Scalars.Id, 1, 1_000) },
                "The variants it is made in, `base` for the scenario as it stands.")
            {
                Default = "base",
                Example = "[base, weekday]",
            },
            new("vary",
                new MapShape("path", _ => null,
                    new EitherShape
                    {
                        Scalar = Scalars.Pattern("range or value", RangeProblem, "^"),
                        List = new ListShape(OneValue, 1, VaryText.MostValues),
                    },
                    100),
                "What is varied, by path: a list of values, or a range such as `1..5/3`, of three values from 1 to 5; "
                    + "without the number a design that samples chooses them itself.")
            {
                Default = "nothing",
                Example = "{ city.clerk: [1, 2, 3] }",
            },
            new("design",
                Scalars.Pattern("design", text => Design.Parse(text).Problem,
                    "^(factorial|one-at-a-time|latin-hypercube|morris)"),
                "Which combinations are played: `factorial`, `one-at-a-time`, `latin-hypercube points N` or "
                    + "`morris trajectories N`, the last two with `seed N` after it or seed 1.")
            {
                Default = "factorial",
                Example = "latin-hypercube points 20",
            },
            new("replications", Scalars.Whole(1, MostReplications), "How many runs of each cell; not with `precision`.")
            {
                Default = "as the command says",
                Example = "200",
            },
            new("precision", Scalars.Probability,
                "In place of a number: until half of each interval is at most this share of its value, of a share at most so many points.")
            {
                Example = "5%",
            },
            new("at-most", Scalars.Whole(1, MostReplications), "The most runs of each cell, with `precision`.")
            {
                Default = "as the command says",
                Example = "2000",
            },
            new("measures", new ListShape(Scalars.Pattern("measure", GoalText.MeasureProblem, "[)]"), 0, 100),
                "What is asked beside the goals: a goal without its share, `[of DIRECTIVE] MEASURE(SELECTOR)`, with `within SPAN` "
                    + "or `at TIME` after it or not; of times the quantile, such as `time-to-comply(level commune) p90 in-hours`.")
            {
                Default = "the goals alone",
                Example = "[\"registered(level commune) within 3d\"]",
            },
        ]);

    /// <summary>The key of a scenario.</summary>
    public static Key OfScenario { get; } = new(
        Experiments, new MapShape("name", Ids.Problem, Experiment, 1_000),
        "What is to be played again and again and compared; it has no part in a single run.")
    {
        Default = "none",
        Example = "{ clerks: { vary: { city.clerk: [1, 2, 3] }, replications: 200 } }",
    };

    private static string? RangeProblem(string text)
    {
        var (_, _, problem, right) = VaryText.Values(text, 0);
        return problem is null || right is null ? problem : $"{problem} {right}";
    }
}
