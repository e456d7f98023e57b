using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Scenarios.Directives;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class DirectivesTests
{
    [Fact]
    public void A_directive_is_issued_on_the_axis_and_a_due_date_is_the_end_of_its_day()
    {
        var order = Directive();
        Assert.Equal((60, "city-party", Urgency.Routine), (order.Issued.Value, order.From, order.Urgency));
        Assert.Equal((((6 * 24) + 17) * 60), order.Assignments[0].Due!.Value.Value);
        Assert.Equal(960, order.Assignments[0].Takes.Median, 6);
    }

    [Theory]
    [InlineData("due: 2021-05-10T16:00", "2021-05-10T16:00")]
    [InlineData("due: 2d", "2021-05-06T08:00")]
    [InlineData("due: 1wd", "2021-05-05T08:00")]
    [InlineData("due: 12wh", "2021-05-05T14:00")]
    [InlineData("due: 4wd", "2021-05-10T08:00")]
    public void A_due_date_may_be_a_moment_or_so_long_after_the_issue(string due, string expected)
    {
        var model = Sample.Sound(Sample.With("due: 2021-05-10", due)).Model!;
        Assert.Equal(expected, model.Axis.ToCivil(model.Directives[0].Assignments[0].Due!.Value).ToString());
    }

    [Fact]
    public void A_working_due_date_beyond_the_calendar_is_an_error() =>
        Assert.Contains("beyond the calendar",
            Sample.OnlyProblem(Sample.With("due: 2021-05-10", "due: 300wd")).What, StringComparison.Ordinal);

    [Fact]
    public void A_working_day_must_be_as_long_for_all_who_carry_it_out()
    {
        string kinds = "kinds: { ward: { staff: { calendar: duty-hours } } }\nbodies:\n";
        Sample.Sound(Sample.With("bodies:\n", kinds));
        string mixed = Sample.Scenario.Replace("bodies:\n", kinds, StringComparison.Ordinal)
            .Replace("by: { level: commune }", "by: [{ level: commune }, offices]", StringComparison.Ordinal);
        Assert.Contains("24h for ward", Sample.OnlyProblem(Sample.Load(mixed))
            .What, StringComparison.Ordinal);
        Sample.Sound(Sample.Load(mixed.Replace("2wd", "16wh", StringComparison.Ordinal)));
    }

    [Fact]
    public void Selectors_are_words_or_maps_of_conditions()
    {
        var to = Directive("to: [city]",
            "to: [city, all, led, subordinates of issuer, level commune, kind ward, line state, "
                + "{ level: commune, line: state, in: wards }, { kind: ward, among: subordinates }]", sound: false).To;
        Assert.Equal(
            [
                new Selector { Named = "city" }, new Selector(), new Selector { Led = true },
                    Selector.Subordinates,
                new Selector { Level = "commune" }, new Selector { Kind = "ward" },
                    new Selector { Line = "state" },
                new Selector { Level = "commune", Line = "state", Named = "wards" },
                new Selector { Kind = "ward", Direct = true },
            ],
            to);
    }

    [Fact]
    public void An_assignment_has_lead_partners_approval_report_and_mood()
    {
        var assignment = Directive(
            "by: { level: commune },",
            "lead: each addressee, with: [offices], approval: required, report: prompt, mood: request, "
                + "do: { vi: làm, en: do },").Assignments[0];
        Assert.Equal([Selector.EachAddressee], assignment.By);
        Assert.Equal("offices", assignment.With[0].Named);
        Assert.Equal((true, true, Mood.Request, "làm"),
            (assignment.NeedsApproval, assignment.PromptReport, assignment.Mood!.Value, assignment.Do.Vi));
    }

    [Fact]
    public void Relays_cut_offs_and_follow_up_are_for_all_levels_or_by_level()
    {
        var all = Directive("to: [city]",
            "to: [city]\n    relays: [{ by: city, to: wards }]\n    report: { cut-off: 3d }\n    "
                + "follow-up: { after-due: 2d }");
        Assert.Equal("wards", all.Relays[0].To[0].Named);
        Assert.Equal(TickSpan.FromDays(3), all.CutOffAfter["commune"]);
        Assert.Equal(new FollowUpRule { GraceAfterDue = TickSpan.FromDays(2) }, all.FollowUp["district"]);

        var one = Directive("to: [city]",
            "to: [city]\n    report: { cut-off: { district: 2021-05-06T16:00, "
                + "commune: 2021-05-06 } }\n    follow-up: { district: { after-issue: 5d } }");
        Assert.Equal((((2 * 24) + 9) * 60), one.CutOffAt["district"].Value);
        Assert.Equal((((2 * 24) + 17) * 60), one.CutOffAt["commune"].Value);
        Assert.Equal(["district"], one.FollowUp.Keys);
    }

    [Fact]
    public void Labels_are_kept_beside_the_model()
    {
        var result = Sample.Sound(
            Sample.With("to: [city]",
                "to: [city]\n    form: telegram\n    source: assumed\n    distribution: [{ to: Lưu VT, "
                    + "purpose: file }, { to: Như trên }]"));
        Assert.Equal(
            [new Recipient(new Text("Lưu VT", "Lưu VT"), Purpose.File),
                new Recipient(new Text("Như trên", "Như trên"), Purpose.Information)],
                    result.Labels.DistributionLists["order"]);
        Assert.Equal("telegram", result.Labels.Forms["order"].En);
        Assert.Equal("People's Committee", result.Labels.KindNames["committee"].En);
        Assert.Equal("Phường 1", result.Labels.BodyNames["wards/1"].Vi);
        Assert.Equal("assumed", result.Labels.Sources["directives.order"]);
        Assert.Equal("assumed", result.Labels.Sources["channels.axis"]);
    }

    [Theory]
    [InlineData("to: [city]", "to: [city]\n    report: { cut-off: { province: 3d } }", "no level 'province'")]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { province: { after-due: 3d } }",
        "no level 'province'")]
    [InlineData("to: [city]", "to: [city]\n    follow-up: { after-due: { a: 3d } }", "cannot be a map")]
    [InlineData("to: [city]", "to: [city]\n    relays: [{ by: cty, to: wards }]", "no body or group 'cty'")]
    [InlineData("to: [city]", "to: [city]\n    relays: [{ by: city, to: each addressee }]",
        "only for those who carry out")]
    [InlineData("to: [city]", "to: [{ in: wards, among: led }]", "Leave one of them out")]
    [InlineData("by: { level: commune },", "by: city, lead: city,", "both 'by' and 'lead'")]
    [InlineData("by: { level: commune },", "by: { levle: commune },", "no key 'levle'")]
    [InlineData("      - { id: plans,", "      - { id: plans, by: city, takes: 1wd }\n      - { id: plans,",
        "assignment 'plans' already")]
    [InlineData("  - id: order\n",
        "  - { id: order, from: city, issued: 2021-05-04T09:00, to: [wards] }\n  - id: order\n",
            "directive 'order' already")]
    public void What_makes_no_sense_in_a_directive_is_an_error(string right, string wrong, string what) =>
        Assert.Contains(
            Sample.With(right, wrong.ReplaceLineEndings("\n")).Problems,
            problem => problem.ToString().Contains(what, StringComparison.Ordinal));

    [Fact]
    public void Thirty_three_assignments_are_one_too_many()
    {
        string more =
            string.Concat(Enumerable.Range(0, 32)
                .Select(i => $"      - {{ id: a{i}, by: city, takes: 1wd }}\n"));
        Assert.Contains(
            "33 items",
            Sample.OnlyProblem(Sample.With("    assignments:\n", "    assignments:\n" + more)).What,
            StringComparison.Ordinal);
    }

    private static Directive Directive(string right = "format: 1", string changed = "format: 1",
        bool sound = true)
    {
        var result = Sample.With(right, changed);
        return (sound ? Sample.Sound(result) : result).Model!.Directives[0];
    }
}
