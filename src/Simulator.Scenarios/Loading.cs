using System.Globalization;
using Simulator.Kernel.Interventions;
using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Experiments;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Interventions;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>
/// One load, from a file to a model: compose, apply variant and settings, fill in tables and kinds,
/// check, read.
/// </summary>
internal sealed class Loading(LoadOptions options, ProblemList problems, ScenarioRoot? root)
{
    // What trying out variants may cost, in entries copied; only a hostile file has more.
    private const long MostWork = 5_000_000;
    private const int MostSettings = 2_000;

    private const string MeasureOption = "--measure";

    /// <summary>Loads a scenario.</summary>
    public LoadResult Run(SourceFile source)
    {
        var reader = new SourceReader(options.Limits, problems);
        var composer = new Composer(root, options.Libraries, reader, problems);
        if (composer.Compose(source) is not { } composed || composer.IsIncomplete)
        {
            return ScenarioLoader.Refused(problems);
        }

        composed = WithMeasures(composed);
        var variants = new Variants(composed, problems);
        variants.Check();
        var table = new MemberTable(composer, reader, options.Limits, problems);
        TryOut(composed, variants, table);
        var changed = Injects.Into(Changed(composed, variants, table), options, reader, problems);
        if (!options.IsSetByIntervention)
        {
            TryOutInterventions(changed);
        }

        var experiments = ExperimentReader.ReadAll(changed, variants, problems);
        if ((options.Variant ?? Variants.Base) == Variants.Base && options.Sets.Count == 0 && options.Varied.Count == 0)
        {
            TryOut(composed, experiments, variants, table);
        }
        else
        {
            // They are held against the scenario as it stands, once, and not for each of their cells again.
            changed = changed.Without(ExperimentFormat.Experiments);
        }

        var whole = Kinship.Resolve(changed, problems);
        return Read(whole.Without("variants"), variants) with { Experiments = experiments };
    }

    /// <summary>Sets every value of an experiment once, alone, so that a slip in one is told before it is run.</summary>
    private void TryOut(
        MapNode composed, IReadOnlyList<Experiment> experiments, Variants variants, MemberTable table)
    {
        long width = composed.Map("bodies")?.Entries.Count ?? 1;
        long work = 0;
        foreach (var experiment in experiments)
        {
            foreach (string name in experiment.Variants.DefaultIfEmpty(Variants.Base))
            {
                var changes = variants.Changes(name);
                var changed = Apply(composed, changes, [], table);
                foreach (var setting in ExperimentReader.Settings(composed, experiment, options.Limits, problems))
                {
                    work += width;
                    if (work < MostWork)
                    {
                        _ = setting.IsOfSource ? Apply(composed, changes, [setting], table) : setting.ApplyTo(changed, problems);
                    }
                }
            }
        }
    }

    /// <summary>Applies every variant once, so that a slip in one is told before it is run.</summary>
    private void TryOut(MapNode composed, Variants variants, MemberTable table)
    {
        long width = composed.Map("bodies")?.Entries.Count ?? 1;
        long work = 0;
        foreach (string name in variants.Names.Where(name => name != options.Variant))
        {
            var changes = variants.Changes(name);
            work += width * changes.Sum(change => 1L + change.Entries("set").Count);
            if (work < MostWork)
            {
                Apply(composed, changes, [], table);
            }
        }
    }

    /// <summary>Sets what interventions set, each alone, so that a slip in a path or a value has its place.</summary>
    private void TryOutInterventions(MapNode scenario)
    {
        foreach (var intervention in scenario.Maps("interventions"))
        {
            With(scenario, Variants.Settings(intervention));
        }
    }

    private MapNode Changed(MapNode composed, Variants variants, MemberTable table)
    {
        string name = options.Variant ?? Variants.Base;
        var changes = variants.Changes(name, Place.Of("--variant"));
        var sets = options.Sets.Select(written => Setting(written, "--set"))
            .Concat(options.Varied.Select(written => Setting(written, options.VariedBy)))
            .OfType<Setting>().ToList();
        var changed = Apply(composed, changes, sets, table);
        return name == Variants.Base
            ? changed
            : changed.With(new ScalarNode(default, "variant"), new ScalarNode(default, name));
    }

    private MapNode Apply(
        MapNode scenario, IReadOnlyList<MapNode> changes, IReadOnlyList<Setting> sets, MemberTable table)
    {
        // Where members come from must be known before they are read, anything else may concern them.
        var all = changes.SelectMany(Variants.Settings).Concat(sets).ToList();
        if (all.Count > MostSettings)
        {
            problems.Error(scenario.Place, $"A variant sets more than {MostSettings} values.");
            return scenario;
        }

        foreach (var setting in all.Where(setting => setting.IsOfSource))
        {
            scenario = setting.ApplyTo(scenario, problems);
        }

        scenario = table.Inline(scenario);
        foreach (var change in changes)
        {
            scenario = change.Scalar("shift") is { } shift ? Shift.Apply(scenario, shift, problems)
                : scenario;
            scenario = Restructurings.Append(scenario, change);
            scenario = Injects.OfVariant(With(scenario, Variants.Settings(change)), change, problems);
        }

        return With(scenario, sets);
    }

    private MapNode With(MapNode scenario, IEnumerable<Setting> settings) => settings
        .Where(setting => !setting.IsOfSource)
        .Aggregate(scenario, (current, setting) => setting.ApplyTo(current, problems));

    private Setting? Setting(string written, string option)
    {
        int sign = written.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0)
        {
            problems.Error(
                Place.Of(option), $"'{ScalarNode.Excerpt(written)}' sets nothing.",
                    "Write path=value, such as communes.clerk=+1.");
            return null;
        }

        string path = Vietnamese.Compose(written[..sign].Trim());
        var place = Place.Of($"{option} {ScalarNode.Excerpt(path)}");
        string text = written[(sign + 1)..];
        var value = text.Trim().Length == 0
            ? new ScalarNode(place, "")
            : YamlReader.Read(text, place.File, options.Limits, problems);
        return value is null ? null : new Setting(path, place, value switch
        {
            ScalarNode single => single.At(place),
            MapNode map => new MapNode(place, map.Entries),
            ListNode list => new ListNode(place, list.Items),
            _ => value,
        });
    }

    /// <summary>What is asked beside the goals joins them, before a variant shifts their moments.</summary>
    private MapNode WithMeasures(MapNode composed)
    {
        var goals = composed.Items("goals").ToList();
        foreach (string written in options.Measures)
        {
            var place = Place.Of($"{MeasureOption} {ScalarNode.Excerpt(written)}");
            var (goal, problem) = GoalText.OfMeasure(Vietnamese.Compose(written.Trim()));
            if (goal is null)
            {
                problems.Error(place, $"The measure is wrong: {problem}");
            }
            else
            {
                goals.Add(new ScalarNode(place, goal));
            }
        }

        return options.Measures.Count == 0 ? composed
            : composed.With(new ScalarNode(composed.Place, "goals"), new ListNode(composed.Place, goals));
    }

    private LoadResult Read(MapNode whole, Variants variants)
    {
        ScenarioFormat.Scenario.Check(whole, "The scenario", new Checking(problems, isWhole: true));
        var draft = new Draft(Repetition.Expand(whole, problems), options.Limits, problems)
        {
            IsSetByIntervention = options.IsSetByIntervention,
        };
        var (model, labels) = new ModelReader(draft).Read();
        whole = whole.Without(ExperimentFormat.Experiments);
        string? resolved = problems.HasErrors ? null : ResolvedText.Of(whole);
        bool isSets = model.Interventions.Any(each => each.Acts.Any(act => act is SettingAct or DirectiveAct));
        model = isSets && resolved is not null ? model with { Settings = new ScenarioSettings(resolved) } : model;
        if (resolved is not null && !options.IsSetByIntervention)
        {
            InterventionTrial.Run(model, whole, problems);
        }

        bool isSound = !problems.HasErrors;
        return new LoadResult
        {
            Model = isSound ? model : null,
            Resolved = isSound ? resolved : null,
            Seed = ulong.TryParse(whole.Text("seed"), NumberStyles.None, CultureInfo.InvariantCulture,
                out ulong seed) ? seed : 1,
            Problems = problems.InOrder(),
            Variants = variants.Names,
            VariantPlaces = variants.Places,
            Combined = variants.Combined,
            Measures = isSound ? [.. whole.Items("goals").Zip(model.Goals)
                .Where(goal => goal.First.Place.File.StartsWith(MeasureOption, StringComparison.Ordinal))
                .Select(goal => goal.Second)] : [],
            Labels = labels,
        };
    }
}
