using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Experiments;

/// <summary>Reads the experiments of a scenario, and what they would set in it.</summary>
internal static class ExperimentReader
{
    /// <summary>Those that make sense, in the order declared.</summary>
    public static IReadOnlyList<Experiment> ReadAll(MapNode scenario, Variants variants, ProblemList problems)
    {
        var experiments = new List<Experiment>();
        foreach (var (key, value) in scenario.Entries(ExperimentFormat.Experiments))
        {
            var node = value as MapNode ?? new MapNode(value.Place, []);
            var experiment = Read(key, node);
            bool isKnown = CheckVariants(node, variants, problems);
            CheckRuns(node, problems);
            if (experiment.Design.LayOut(experiment.Variants, experiment.Factors).Problem is { } problem)
            {
                problems.Error(key.Place, $"The experiment {key.Description} cannot be laid out: {problem}");
            }
            else if (isKnown)
            {
                experiments.Add(experiment);
            }
        }

        return experiments;
    }

    /// <summary>What all of them measure, with its places.</summary>
    public static IEnumerable<ScalarNode> Measures(MapNode scenario) =>
        scenario.Entries(ExperimentFormat.Experiments).Select(entry => entry.Value).OfType<MapNode>()
            .SelectMany(experiment => experiment["measures"].Scalars());

    /// <summary>Each value that an experiment sets, at the place where it is written.</summary>
    public static IEnumerable<Setting> Settings(
        MapNode scenario, Experiment experiment, ReadingLimits limits, ProblemList problems)
    {
        var vary = scenario.Map(ExperimentFormat.Experiments).Map(experiment.Name).Map("vary");
        foreach (var factor in experiment.Factors)
        {
            if (vary?.Find(factor.Path) is not { } written)
            {
                continue;
            }

            var nodes = written.Value is ListNode list ? list.Items
                : factor.LevelsOr(2).Select(text => Read(text, written.Value.Place, limits, problems)).OfType<Node>();
            foreach (var node in nodes)
            {
                yield return new Setting(factor.Path, written.Key.Place, node);
            }
        }
    }

    private static Experiment Read(ScalarNode name, MapNode node) => new(
        name.Text,
        [.. node["variants"].Scalars().Select(each => each.Text)],
        [.. node.Entries("vary").Select(Factor).OfType<Factor>()],
        Design.Parse(node.Text("design") ?? "factorial").Design ?? new Design(DesignKind.Factorial))
    {
        Replications = node.Whole("replications"),
        Precision = NumberText.Probability(node.Text("precision") ?? "").Probability,
        AtMost = node.Whole("at-most"),
        Measures = [.. node["measures"].Scalars().Select(each => each.Text)],
        About = node.Text("about") ?? "",
    };

    private static Factor? Factor(Entry entry)
    {
        if (entry.Value is ListNode list)
        {
            return new Factor(entry.Key.Text, [.. list.Items.Select(ResolvedText.Inline)]);
        }

        var (levels, range, problem, _) = VaryText.Values((entry.Value as ScalarNode)?.Text ?? "", 0);
        return problem is null ? new Factor(entry.Key.Text, levels, range) : null;
    }

    // As --set reads a value, but with the place in the file.
    private static ScalarNode? Read(string text, Place place, ReadingLimits limits, ProblemList problems) =>
        YamlReader.Read(text, place.File, limits, problems) is ScalarNode scalar ? scalar.At(place) : null;

    private static bool CheckVariants(MapNode node, Variants variants, ProblemList problems)
    {
        bool isKnown = true;
        foreach (var name in node["variants"].Scalars())
        {
            if (name.Text != Variants.Base && !variants.Names.Contains(name.Text))
            {
                problems.Unknown(name.Place, $"There is no variant {name.Description}.", name.Text,
                    [Variants.Base, .. variants.Names], "");
                isKnown = false;
            }
        }

        return isKnown;
    }

    private static void CheckRuns(MapNode node, ProblemList problems)
    {
        if (node.Scalar("precision") is { } precision)
        {
            if (node["replications"] is { } replications)
            {
                problems.Error(replications.Place, "The experiment has both 'replications' and 'precision'.",
                    "Say how many runs there are, or how precise the answer is to be; 'at-most' bounds the latter.");
            }

            if (NumberText.Probability(precision.Text).Probability == 0)
            {
                problems.Error(precision.Place, "No number of runs makes an interval without width.", "Write one such as 5%.");
            }
        }
        else if (node["at-most"] is { } atMost)
        {
            problems.Error(atMost.Place, "'at-most' bounds the runs that a 'precision' takes, and there is none.",
                "Write 'replications' for a fixed number of runs.");
        }
    }
}
