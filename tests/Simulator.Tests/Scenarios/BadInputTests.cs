using Simulator.Scenarios;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Tests.Scenarios;

/// <summary>Mistakes that people make, each with what they are told.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("kind: ward,", "kind: wrad,", "no kind 'wrad'", "ward")]
    [InlineData("staff: +1", "stafff: +1", "no 'stafff'", null)]
    [InlineData("until: 30d", "untill: 30d", "no key 'untill'", "until")]
    [InlineData("until: 30d", "until: -30d", "negative", null)]
    [InlineData("until: 30d", "until: 30", "no unit", null)]
    [InlineData("until: 30d", "until: 5000d", "ten years", null)]
    [InlineData("until: 30d", "until: 0d", "no time at all", null)]
    [InlineData("until: 30d", "until: 300d", "covers 2021-01-01 to 2021-12-31", null)]
    [InlineData("start: 2021-05-04T07:00", "start: 2021-02-30", "2021-02", null)]
    [InlineData("start: 2021-05-04T07:00", "start: 0001-01-01", "years 1900 to 2200", null)]
    [InlineData("start: 2021-05-04T07:00", "start: 9999-12-31T23:59", "years 1900 to 2200", null)]
    [InlineData("start: 2021-05-04T07:00", "start: yesterday", "not a time", null)]
    [InlineData("start: 2021-05-04T07:00", "start: [2021-05-04]", "cannot be a list", null)]
    [InlineData("format: 1", "format: 2", "cannot be '2'", null)]
    [InlineData("leads: city", "leads: cty", "no body 'cty'", "city")]
    [InlineData("under: city, count: 3", "under: citty, count: 3", "no body 'citty'", "city")]
    [InlineData("count: 3", "count: 0", "whole number from 1", null)]
    [InlineData("count: 3", "count: many", "not a whole number", null)]
    [InlineData("count: 3", "count: 3, staff: 65", "from 1 to 64", null)]
    [InlineData("count: 3", "count: 3, staff: 0", "from 1 to 64", null)]
    [InlineData("count: 3", "count: 3, names: [a]", "both 'count' and 'names'", null)]
    [InlineData("count: 3", "count: 3, members: { 4: { staff: 2 } }", "no member '4'", null)]
    [InlineData("from: city-party\n", "from: city-pary\n", "no body 'city-pary'", "city-party")]
    [InlineData("from: city-party\n", "from: wards\n", "is a group", null)]
    [InlineData("issued: 2021-05-04T08:00", "issued: 2021-05-03T08:00", "the scenario lasts from", null)]
    [InlineData("issued: 2021-05-04T08:00", "issued: 2022-05-04T08:00", "the scenario lasts from", null)]
    [InlineData("{ level: commune }, takes", "{ level: comune }, takes", "no level 'comune'", "commune")]
    [InlineData("to: [city]", "to: [each addressee]", "only for those who carry out", null)]
    [InlineData("takes: lognormal", "takes: logormal", "not a law of chance", null)]
    [InlineData("takes: lognormal median 2wd sigma 0.6", "takes: 2d", "working time is needed", null)]
    [InlineData("by: { level: commune },", "", "does not say who", null)]
    [InlineData("id: plans,", "id: plans, strength: 120%,", "more than 100%", null)]
    [InlineData("id: plans,", "id: plans, strength: strong,", "not a probability", null)]
    [InlineData("id: plans,", "id: plans, vage: true,", "no key 'vage'", "vague")]
    [InlineData("id: plans,", "id: plans, vague: maybe,", "cannot be 'maybe'", null)]
    [InlineData("id: plans,", "id: plans, added-by: { level: comune },", "no level 'comune'", "commune")]
    [InlineData("id: plans,", "id: plans, added-by: citty,", "no body or group 'citty'", "city")]
    [InlineData("bodies:\n", "kinds: { committee: { content: { looses: 5% } } }\nbodies:\n", "no key 'looses'", "loses")]
    [InlineData("bodies:\n", "kinds: { committee: { content: { fades: 5wd } } }\nbodies:\n", "not a probability", null)]
    [InlineData("bodies:\n", "kinds: { committee: { relay: copied-txt } }\nbodies:\n", "cannot be 'copied-txt'",
        "copied-text")]
    [InlineData("due: 2021-05-10", "due: 2021-05-01", "before it is issued", null)]
    [InlineData("registered(", "registred(", "Did you mean 'registered'", null)]
    [InlineData(">= 95%", "> 95%", "is no goal", null)]
    [InlineData("symbol: 756/UBND,", "directive: odrer,", "no directive 'odrer'", "order")]
    [InlineData("issued: 2021-05-04 }", "arrived: 2021-05-04 }", "either issued by a body or arrived", null)]
    [InlineData("[later, more-staff]", "[later, both]", "made of itself", null)]
    [InlineData("[later, more-staff]", "[latr]", "no variant 'latr'", "later")]
    [InlineData("observed:", "events: [{ id: flood, at: 2021-06-10, is: outbreak, bodies: [all] }]\nobserved:",
        "It happens at 2021-06-10T00:00", null)]
    [InlineData("observed:", "events: [{ id: flood, at: 2021-05-10, is: outbrake, bodies: [all] }]\nobserved:",
        "cannot be 'outbrake'", "outbreak")]
    [InlineData("observed:", "events: [{ id: flood, at: 2021-05-10, is: outbreak, bodies: [led] }]\nobserved:",
        "has no issuer", null)]
    [InlineData("observed:", "events: [{ id: flood, at: 2021-05-10, is: outbreak, bodies: [wrds] }]\nobserved:",
        "no body or group 'wrds'", "wards")]
    [InlineData("count: 3", "count: 3, diligence: { floor: 40% }", "how fast diligence slackens", null)]
    [InlineData("count: 3", "count: 3, diligence: { half-life: 0d }", "no time at all", null)]
    [InlineData("count: 3", "count: 3, diligence: { half-life: 9d, floor: 140% }", "more than 100%", null)]
    [InlineData("count: 3", "count: 3, diligence: { half-life: 9d, lifts: { remainder: 9% } }",
        "no key 'remainder'", "reminder")]
    [InlineData("count: 3", "count: 3, diligence: { half-life: 9d, lifts: { reminder: -120% } }",
        "share from -100% to 100%", null)]
    [InlineData("count: 3", "count: 3, conduct: { from: { parti: { stall: 9% } } }", "no line 'parti'", "party")]
    [InlineData("count: 3", "count: 3, conduct: { relay: { stal: 9% } }", "no key 'stal'", "stall")]
    [InlineData("count: 3", "count: 3, conduct: { heeds: often }", "not a probability", null)]
    [InlineData("{ id: plans,", "{ id: plans, conflicts-with: [ordre/plans],", "no assignment 'ordre/plans'", "order/plans")]
    [InlineData("{ id: plans,", "{ id: plans, conflicts-with: [order/plans],", "is the directive itself", null)]
    [InlineData("{ id: plans,", "{ id: plans, conflicts-with: [plans],", "does not name an assignment", null)]
    [InlineData("bodies:\n", "kinds: { ward: { on-conflict: nearr } }\nbodies:\n", "no choice or line 'nearr'", "nearer")]
    [InlineData("bodies:\n", "kinds: { ward: { on-conflict: wayt } }\nbodies:\n", "no choice or line 'wayt'", "wait")]
    [InlineData("bodies:\n", "kinds: { ward: { rules-for: newst } }\nbodies:\n", "no choice or line 'newst'", "newest")]
    [InlineData("bodies:\n", "kinds: { ward: { rules-for: wait } }\nbodies:\n", "no choice or line 'wait'", null)]
    [InlineData("count: 3", "count: 3, conduct: { recognises-second-route: 170% }", "more than 100%", null)]
    [InlineData("count: 3", "count: 3, conduct: { recognises-second-rout: 70% }", "no key", "recognises-second-route")]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { after-issue: 2d, again: 5d }", "how many reminders", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { after-issue: 2d, at-most: 3 }", "followed by the next", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { after-issue: 2d, again: 5d, at-most: 300 }",
        "from 1 to 255", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { inspect-after: 2wd }", "elapsed", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { inspect-after: 2d, inspects: none }",
        "cannot be 'none'", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { inspect-after: 2d, inspects: { share: 120% } }",
        "more than 100%", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { after-issue: 2d, escalate: { after-reminders: 2, after: 1d } }",
        "never 2 reminders", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { after-issue: 2d, escalate: { after-reminders: 1 } }",
        "how long after the last reminder", null)]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { inspect-after: 2d, inspects: { shares: 20% } }",
        "'shares'", "share")]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { inspect-after: 2d, sanctions: risen }",
        "cannot be 'risen'", "rising")]
    [InlineData("observed:", "events: [{ at: 2021-05-10, is: outbreak, bodies: [all] }]\nobserved:",
        "'id'", null)]
    [InlineData("include: [test/office]", "include: [test/office, test/offices]",
        "no library 'test/offices'", "test/office")]
    [InlineData("include: [test/office]", "include: [test/office, other.yaml]", "cannot be read from here",
        null)]
    [InlineData("bodies:\n", "kinds: { ward: { load: { incomming: 3 } } }\nbodies:\n", "no key 'incomming'", "incoming")]
    [InlineData("bodies:\n", "kinds: { ward: { load: { incoming: -3 } } }\nbodies:\n", "not a number from 0 to 10000", null)]
    [InlineData("bodies:\n", "kinds: { ward: { load: { settles: 2h } } }\nbodies:\n", "working time is needed", null)]
    [InlineData("bodies:\n", "kinds: { ward: { load: { urgent: 110% } } }\nbodies:\n", "more than 100%", null)]
    [InlineData("bodies:\n", "kinds: { ward: { staff: { attention: randm } } }\nbodies:\n", "cannot be 'randm'", "random")]
    [InlineData("bodies:\n", "kinds: { ward: { staff: { attention: { rule: random, length: 2 } } } }\nbodies:\n",
        "'length' is for the rule 'priority-list' only", null)]
    [InlineData("bodies:\n", "kinds: { ward: { staff: { attention: { length: 2 } } } }\nbodies:\n", "has no 'rule'", null)]
    [InlineData("bodies:\n", "kinds: { ward: { staff: { attention: { rule: priority-list, length: 0 } } } }\nbodies:\n",
        "whole number from 1", null)]
    public void Each_mistake_is_told_with_what_would_be_right(
        string right, string wrong, string what, string? nearest)
    {
        var result = Sample.With(right, wrong);
        Assert.Null(result.Model);
        Assert.Null(result.Resolved);
        Assert.Contains(
            result.Problems,
            problem => problem.Severity == Severity.Error
                && problem.ToString().Contains(what, StringComparison.Ordinal)
                && (nearest is null || problem.Nearest == nearest));
    }

    [Fact]
    public void The_sample_itself_has_no_problem() => Sample.Sound(Sample.Load(Sample.Scenario));

    [Fact]
    public void A_problem_says_file_line_column_what_is_wrong_what_would_be_right_and_the_nearest_name() =>
        Assert.Equal(
            "sample.yaml:9:18: error: There is no kind 'wrad'. There are: office, committee, ward, party. "
                + "Did you mean 'ward'?",
            Sample.OnlyProblem(Sample.With("kind: ward,", "kind: wrad,")).ToString());

    [Fact]
    public void All_mistakes_of_a_file_are_told_in_one_go()
    {
        string text = Sample.Scenario
            .Replace("kind: ward,", "kind: wrad,", StringComparison.Ordinal)
            .Replace("until: 30d", "until: 30", StringComparison.Ordinal)
            .Replace("leads: city", "leads: cty", StringComparison.Ordinal)
            .Replace("due: 2021-05-10", "due: soon", StringComparison.Ordinal)
            .Replace("registered(", "registred(", StringComparison.Ordinal);
        int[] lines = [.. Sample.Load(text).Problems.Select(problem => problem.Line)];
        Assert.Equal([4, 8, 9, 17, 21], lines);
    }

    [Theory]
    [InlineData("format: 1\n")]
    [InlineData("just a sentence\n")]
    [InlineData("- a\n- list\n")]
    [InlineData("format: 1\nscenario: x\nbodies:\ndirectives:\n")]
    [InlineData("format: 1\nlibrary: x\n")]
    public void A_file_that_is_no_scenario_is_told_so(string text) =>
        Assert.True(Sample.Load(text).HasErrors);

    [Fact]
    public void Every_beginning_of_a_scenario_is_either_sound_or_told_what_is_missing()
    {
        for (int length = 0; length < Sample.Scenario.Length; length += 7)
        {
            var result = Sample.Load(Sample.Scenario[..length]);
            Assert.Equal(result.Model is null, result.HasErrors);
        }
    }

    [Theory]
    [InlineData("city: { kind: committee,", "city: { kind: committee, under: city,", "its own superior")]
    [InlineData("city: { kind: committee,", "city: { kind: committee, leads: city,", "leads itself")]
    [InlineData("city: { kind: committee,", "city: { kind: committee, under: wards/2,", "round in a circle")]
    [InlineData("city-party: { kind: party,", "city-party: { kind: party, under: wards/1,",
        "round in a circle")]
    public void Nobody_commands_himself_be_it_by_others(string right, string wrong, string what) =>
        Assert.Contains(what, Sample.OnlyProblem(Sample.With(right, wrong)).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("  wards: {", "  led: {", "word of selectors")]
    [InlineData("  wards: {", "  until: {", "key of scenarios")]
    [InlineData("  wards: {", "  my wards: {", "is no id")]
    [InlineData("groups: [helpers]", "groups: [city]", "is a body, and no group")]
    public void A_name_means_one_thing(string right, string wrong, string what) =>
        Assert.Contains(
            Sample.With(right, wrong).Problems, problem =>
                problem.What.Contains(what, StringComparison.Ordinal));

    [Theory]
    [InlineData("by: { level: commune }, takes", "by: { kind: party }, takes",
        "'kind: party' matches nobody")]
    [InlineData("to: [city]", "to: [city, subordinates]", "'subordinates' matches nobody")]
    [InlineData("(level commune)", "(kind party)", "matches nobody")]
    public void A_selector_that_matches_nobody_is_a_warning_that_says_so(string right, string wrong,
        string what)
    {
        var result = Sample.With(right, wrong);
        var problem = Sample.OnlyProblem(result);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotNull(result.Model);
    }

    [Fact]
    public void A_flood_of_mistakes_is_cut_off()
    {
        string many = string.Concat(Enumerable.Range(0, 5000).Select(i => $"mistake-{i}: x\n"));
        var problems = Sample.Load(many + Sample.Scenario).Problems;
        Assert.Equal(201, problems.Count);
        Assert.Contains("not listed", problems[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void More_bodies_than_the_limit_are_too_many()
    {
        var limits = new ReadingLimits { Bodies = 1000 };
        var result = Sample.With("count: 3", "count: 1000000", new LoadOptions { Limits = limits });
        Assert.Contains("more than 1000 bodies", Sample.OnlyProblem(result).What, StringComparison.Ordinal);
        Assert.Equal(1_000_000, ReadingLimits.Ordinary.Bodies);
    }

    [Fact]
    public void A_thousand_directives_and_one_are_too_many()
    {
        string more = string.Concat(Enumerable.Range(0, 1000)
            .Select(i => $"  - {{ id: d{i}, from: city, issued: 2021-05-04T08:00, to: [wards] }}\n"));
        var result = Sample.With("directives:\n", "directives:\n" + more.ReplaceLineEndings("\n"));
        Assert.Contains(result.Problems, problem =>
            problem.What.Contains("1001 items", StringComparison.Ordinal));
    }

    [Fact]
    public void Fifty_thousand_bodies_one_above_the_other_are_no_trouble()
    {
        string chain =
            string.Concat(Enumerable.Range(1, 50_000)
                .Select(i => $"  b{i}: {{ kind: ward, under: b{i - 1} }}\n"));
        Sample.Sound(Sample.With("  city-party:", $"  b0: {{ kind: ward }}\n{chain}  city-party:"));
        Assert.Contains(
            Sample.With("  city-party:", $"  b0: {{ kind: ward, under: b50000 }}\n{chain}  city-party:")
                .Problems,
            problem => problem.What.Contains("b0 -> ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_problem_and_no_exception()
    {
        foreach (string path in new[] { "/no/such/file.yaml", "", "\0", ".", "/dev/null",
            new string('x', 10_000) })
        {
            Assert.True(ScenarioLoader.Load(path).HasErrors);
        }
    }
}
