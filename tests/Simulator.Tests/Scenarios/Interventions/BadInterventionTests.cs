using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Interventions;

/// <summary>Mistakes in interventions and injects, each with what people are told and where.</summary>
public sealed class BadInterventionTests
{
    [Theory]
    [InlineData("{ id: x, at: 1d, close: [level distrct] }", "no level 'distrct'", "district")]
    [InlineData("{ id: x, at: 1d, close: [citty] }", "no body or group 'citty'", "city")]
    [InlineData("{ id: x, at: 1d, close: [wards/9] }", "no body or group 'wards/9'", "wards/1")]
    [InlineData("{ id: x, at: 1d, close: [subordinates] }", "has no issuer", null)]
    [InlineData("{ id: x, at: 1d, close: [{ level: commune, kind: committee }] }", "'level: commune, kind: committee' matches nobody", null)]
    [InlineData("{ id: x, at: 1d }", "does nothing", null)]
    [InlineData("{ id: x, at: 1d, clsoe: [city] }", "no key 'clsoe'", "close")]
    [InlineData("{ id: x, at: 40d, close: [city] }", "is over by then", null)]
    [InlineData("{ id: x, at: 2021-05-01, close: [city] }", "the scenario lasts from", null)]
    [InlineData("{ id: x, at: 1d, when: \"reached(all) > 5%\", close: [city] }", "not on both", null)]
    [InlineData("{ id: x, at: 1d, repeat: true, close: [city] }", "can come to hold again", null)]
    [InlineData("{ id: x, at: 1d, from: 2d, close: [city] }", "looked at from a moment on", null)]
    [InlineData("{ id: x, when: \"overdue(level comune) > 5%\", close: [city] }", "no level 'comune'", "commune")]
    [InlineData("{ id: x, when: \"of odrer overdue(all) > 5%\", close: [city] }", "no directive 'odrer'", "order")]
    [InlineData("{ id: x, when: \"content(all) > 5%\", close: [city] }", "'content' is no measure", null)]
    [InlineData("{ id: x, when: \"overdeu(all) > 5%\", close: [city] }", "Did you mean 'overdue'", null)]
    [InlineData("{ id: x, when: \"overdue(all) = 5%\", close: [city] }", "is no condition", null)]
    [InlineData("{ id: x, when: \"overdue(all) > 500%\", close: [city] }", "more than 100%", null)]
    [InlineData("{ id: x, when: \"content(all) p90 > 5d\", close: [city] }", "'content' is no measure", null)]
    [InlineData("{ id: x, when: \"time-to-reach(level comune) p90 > 5d\", close: [city] }", "no level 'comune'", "commune")]
    [InlineData("{ id: x, when: \"time-to-reach(all) p90 > 5d at 2021-05-09\", close: [city] }", "minute by minute", null)]
    [InlineData("{ id: x, when: \"backlog(level commune) > 5%\", close: [city] }", "is no number of papers", null)]
    [InlineData("{ id: x, when: \"backlog(wards/9 clerk) > 5\", close: [city] }", "no body or group 'wards/9'", "wards/1")]
    [InlineData("{ id: x, at: 1d, outage: { channel: axsi } }", "no channel 'axsi'", "axis")]
    [InlineData("{ id: x, at: 1d, holiday: { calendars: [office-huors] } }", "no calendar 'office-huors'", "office-hours")]
    [InlineData("{ id: x, at: 1d, posts: { of: [city], staff: 0 } }", "that is not 0", null)]
    [InlineData("{ id: x, at: 1d, set: { wards.stafff: +1 } }", "no 'stafff'", "staff")]
    [InlineData("{ id: x, at: 1d, set: { wards.kind: committee } }", "change the kind", null)]
    [InlineData("{ id: x, at: 1d, set: { kinds.ward.steps.draft: none } }", "which steps", null)]
    [InlineData("{ id: x, at: 1d, set: { until: 60d } }", "read before the first minute", null)]
    [InlineData("{ id: x, at: 1d, set: { warm-up: 6d } }", "read before the first minute", null)]
    [InlineData("{ id: x, at: 1d, set: { directives.order.issued: 2021-05-09 } }", "'issued: by intervention' there", null)]
    [InlineData("{ id: x, at: 1d, for: 2d, remind: { by: [city] } }", "cannot be for a time", null)]
    [InlineData("{ id: x, at: 1d, remind: { by: [city], about: odrer } }", "no directive 'odrer'", "order")]
    [InlineData("{ id: x, at: 1d, issue: order }", "issued at a moment of its own", null)]
    [InlineData("{ id: x, at: 1d, remove-tier: { level: comune } }", "no level 'comune'", "commune")]
    [InlineData("{ id: x, at: 1d, remove-tier: { staff: lost } }", "not said which tier", null)]
    [InlineData("{ id: x, at: 1d, for: 2d, remove-tier: { level: commune } }", "is for good", null)]
    [InlineData("{ id: x, when: \"reached(all) > 5%\", repeat: true, remove-tier: { level: commune } }", "is for good", null)]
    [InlineData("{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/9 } }", "'wards/9'", "wards/1")]
    [InlineData("{ id: x, at: 1d, merge: { bodies: [city], into: wards/1 } }", "which stands below it", null)]
    [InlineData("{ id: x, at: 1d, hand-over: 2d, close: [city] }", "nothing is handed over", null)]
    [InlineData("{ id: x, at: 1d, handover: 2d, close: [city] }", "no key 'handover' in an intervention.", "hand-over")]
    [InlineData("{ id: x, at: 2d, holiday: { first: 2021-05-05 } }", "nobody knows of it before 2021-05-06", null)]
    [InlineData("{ id: x, from: 2d, when: \"reached(all) > 5%\", holiday: { first: 2021-05-05 } }", "nobody knows of it", null)]
    public void A_mistake_is_told_with_its_place(string intervention, string what, string? nearest)
    {
        var text = $"{Sample.Scenario}\ninterventions:\n  - {intervention}\n";
        var loaded = Sample.Load(text);
        var problem = loaded.Problems.First(each => each.Severity == Severity.Error);
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(text.TrimEnd('\n').Split('\n').Length, problem.Line);
        Assert.True(nearest is null || problem.Nearest == nearest, problem.ToString());
    }

    [Fact]
    public void Who_is_away_at_times_is_not_known_at_a_moment()
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarios.Folder, "mechanisms", "absent-leader.yaml"));
        string Told(string when) => string.Join(
            '\n', Sample.Load($"{text}\ninterventions:\n  - {{ id: x, when: \"{when}\", close: [province] }}\n").Problems);
        var problem = Told("utilisation(level district leadership) > 5%");
        Assert.Contains("People of 'district-committee' are away at times.", problem, StringComparison.Ordinal);
        Assert.Contains($":{text.Split('\n').Length + 2}:20: error", problem, StringComparison.Ordinal);
        Assert.Contains("are away at times", Told("utilisation(level district) > 5%"), StringComparison.Ordinal);
        Assert.Empty(Told("utilisation(level district clerk) > 5%"));
        Assert.Empty(Told("backlog(level district leadership) > 5"));
    }

    [Fact]
    public void Two_that_set_one_value_at_one_moment_contradict_each_other()
    {
        const string two = """
            interventions:
              - { id: x, at: 1d, set: { wards.conduct.stall: 5% } }
              - { id: y, at: 1d, set: { wards.conduct.stall: 9% } }
            """;
        var problem = Assert.Single(Sample.Load($"{Sample.Scenario}\n{two}\n").Problems);
        Assert.Contains("both at the same moment", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(Sample.Scenario.Split('\n').Length + 3, problem.Line);
    }

    [Fact]
    public void An_id_is_there_once_and_what_is_left_out_must_be_there()
    {
        const string twice = "interventions:\n  - { id: x, at: 1d, close: [city] }\n  - { id: x, at: 2d, close: [city] }\n";
        Assert.Contains("already", Told($"{Sample.Scenario}\n{twice}"), StringComparison.Ordinal);
        var left = Sample.Scenario.Replace("variants:\n", "variants:\n  calm: { leave-out: [barier] }\n", StringComparison.Ordinal);
        Assert.Contains("no intervention 'barier'", Told($"{left}\ninterventions:\n  - {{ id: barrier, close: [city] }}\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interventions.x.for=soon", "--set interventions.x.for: error:")]
    [InlineData("interventions.x.for=2d", "--set interventions.x.for: error: What is sent cannot be for a time")]
    [InlineData("interventions.z.for=2d", "There are: x, y.")]
    public void What_the_command_line_sets_is_told_by_its_path(string set, string what)
    {
        const string twoAndOneAgain =
            "interventions:\n  - { id: x, remind: { by: [city] } }\n  - { id: y, close: [city] }\n  - { id: y, close: [city] }\n";
        var loaded = Sample.Load($"{Sample.Scenario}\n{twoAndOneAgain}", new LoadOptions { Sets = [set] });
        Assert.Contains(loaded.Problems, problem => problem.ToString().Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void A_directive_that_waits_for_an_intervention_needs_one()
    {
        var waits = Sample.Scenario.Replace("issued: 2021-05-04T08:00", "issued: by intervention", StringComparison.Ordinal);
        Assert.Contains("No intervention issues", Told(waits), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ id: x, close: [city] }", 2000, "goes on from 2021-05-05T16:20")]
    [InlineData("{ id: x, at: 1d, close: [city] }", 2000, "lies in the past")]
    [InlineData("{ id: x, at: 2021-05-05T16:19, close: [city] }", 2000, "lies in the past")]
    [InlineData("{ id: x, when: \"reached(all) > 5%\", from: 1d, close: [city] }", 2000, "lies in the past")]
    [InlineData("{ id: x, at: 3d, clsoe: [city] }", 0, "no key 'clsoe'")]
    [InlineData("{ at: 3d, close: [city] }", 0, "An intervention has no 'id'")]
    [InlineData("{ id: x, at: 2021-05-01, close: [city] }", 0, "the scenario lasts from")]
    [InlineData("{ id: x, at: 2021-05-01, close: [city] }", 2000, "the scenario lasts from")]
    [InlineData("{ id: x, at: 3d, close: [citty] }", 0, "no body or group 'citty'")]
    public void A_mistake_in_an_inject_file_is_told_with_its_place_there(string inject, int notBefore, string what)
    {
        var file = new InjectFile("injects.yaml", $"format: 1\nscenario: sample.yaml\ninjects:\n  - {inject}\n", notBefore);
        var loaded = Sample.Load(Sample.Scenario, new LoadOptions { Injects = file });
        var problem = loaded.Problems.First(each => each.Severity == Severity.Error);
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(("injects.yaml", 4), (problem.File, problem.Line));
        Assert.Single(loaded.Problems); // one mistake, told once
        Assert.Null(loaded.Model);
    }

    [Fact]
    public void A_scenario_in_place_of_an_inject_file_is_told_in_one_line()
    {
        var loaded = Sample.Load(Sample.Scenario, new LoadOptions { Injects = new InjectFile("other.yaml", Sample.Scenario) });
        var problem = Assert.Single(loaded.Problems);
        Assert.Contains("no inject file", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_injected_stands_in_the_resolved_scenario_and_reads_back_as_the_same_model()
    {
        var file = new InjectFile(
            "injects.yaml",
            "format: 1\nscenario: sample.yaml\ninjects:\n  - { id: x, at: 3d, for: 1d, close: [city], note: why }\n");
        var loaded = Sample.Load(Sample.Scenario, new LoadOptions { Injects = file });
        var again = ScenarioLoader.LoadText(loaded.Resolved!, "scenario.yaml", new LoadOptions());
        Assert.Equal(ModelText.Of(loaded.Model!), ModelText.Of(again.Model!));
        Assert.Equal(loaded.Resolved, again.Resolved);
        Assert.Equal("x", Assert.Single(again.Model!.Interventions).Id);
    }

    private static string Told(string text) => string.Join(
        '\n', Sample.Load(text).Problems.Select(problem => problem.ToString()));
}
