using Simulator.Kernel.Organisation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Composition;

public sealed class SettingTests
{
    [Theory]
    [InlineData("until=21d", 30240)]
    [InlineData("until=+2d", 46080)]
    [InlineData("until=-1d12h", 41040)]
    [InlineData("until=x2", 86400)]
    [InlineData("until=x 0.5", 21600)]
    public void A_length_is_set_added_to_or_multiplied(string set, int minutes) =>
        Assert.Equal(minutes, Sample.Sound(Sample.Set(set)).Model!.Until.Minutes);

    [Theory]
    [InlineData("city.clerk=3", 3)]
    [InlineData("city.clerk=+2", 3)]
    [InlineData("city.clerk=x4", 4)]
    [InlineData("bodies.city.clerk=+1", 2)]
    public void Head_counts_of_a_body_are_set_or_changed(string set, int clerks) =>
        Assert.Equal(clerks, Body(Sample.Set(set), "city").Heads.Clerk);

    [Fact]
    public void What_is_set_for_a_group_is_set_for_each_of_its_members_and_one_member_can_differ()
    {
        var result = Sample.Set("wards.clerk=2", "wards/2.clerk=+3", "helpers.staff=x2");
        Assert.Equal(2, Body(result, "wards/1").Heads.Clerk);
        Assert.Equal(5, Body(result, "wards/2").Heads.Clerk);
        Assert.Equal(10, Body(result, "offices/1").Heads.Staff);
    }

    [Fact]
    public void A_change_reaches_members_that_have_a_value_of_their_own()
    {
        string text =
            Sample.Scenario.Replace("count: 3,", "members: { a: { staff: 3 }, b: {} },",
                StringComparison.Ordinal);
        var result = Sample.Load(text, new LoadOptions { Sets = ["wards.staff=+1"] });
        Assert.Equal((4, 6), (Body(result, "wards/a").Heads.Staff, Body(result, "wards/b").Heads.Staff));
    }

    [Fact]
    public void A_law_of_a_kind_is_multiplied_also_where_the_kind_is_like_another()
    {
        var result = Sample.Set("kinds.ward.steps.draft.takes=x 0.5", "kinds.ward.steps.register.takes=x 2");
        Assert.Equal((240, 480), (Mean("ward", 2), Mean("office", 2)));
        Assert.Equal((20, 10), (Mean("ward", 0), Mean("office", 0)));

        double Mean(string kind, int step) =>
            Sample.Sound(result).Model!.Kinds.Single(each => each.Id == kind).Steps[step].Takes[0].Mean;
    }

    [Fact]
    public void A_kind_that_is_like_a_changed_one_follows_it()
    {
        var result = Sample.Set("kinds.office.staff.heads=x3");
        Assert.All(Sample.Sound(result).Model!.Kinds, kind => Assert.Equal(15, kind.Staff.Heads));
    }

    [Fact]
    public void Probabilities_dates_and_directives_can_be_changed()
    {
        var model = Sample.Sound(Sample.Set(
            "kinds.ward.conduct.stall=+5%",
            "channels.post.loss=x2",
            "directives.order.issued=+2h",
            "directives.order.assignments.plans.takes=3wd",
            "calendars.office-hours.holidays.2021-05-05=lockdown",
            "wards.conduct.ignore=2%")).Model!;
        Assert.Equal(0.10, model.Kinds.Single(kind => kind.Id == "ward").Conduct.Stall, 9);
        Assert.Equal(0.02, model.Channels.Single(channel => channel.Id == "post").Loss, 9);
        Assert.Equal(180, model.Directives[0].Issued.Value);
        Assert.Equal(1440, model.Directives[0].Assignments[0].Takes.Mean);
        Assert.Equal(3, model.Calendars["office-hours"].Holidays.Count);
        Assert.Equal(0.02, model.Bodies.Single(body => body.Id == "wards/3").Conduct!.Ignore, 9);
    }

    [Fact]
    public void A_body_can_be_added() =>
        Assert.Equal("office", Body(Sample.Set("bodies.harbour={ kind: office, under: city }"), "harbour")
            .Kind);

    [Theory]
    [InlineData("ward.clerk=1", "no 'ward'", "wards")]
    [InlineData("wards.clerks=1", "no 'clerks'", "clerk")]
    [InlineData("kinds.wrad.staff.heads=1", "no 'wrad'", "ward")]
    [InlineData("kinds.ward.steps.drafts.takes=1wd", "no 'drafts'", "draft")]
    [InlineData("directives.ordr.issued=+1h", "no 'ordr'", "order")]
    [InlineData("bodies.cty.clerk=1", "no 'cty'", "city")]
    [InlineData("wards/9.clerk=1", "no member '9'", null)]
    [InlineData("until.more=1", "no 'more'", null)]
    public void A_path_that_leads_nowhere_is_told_with_the_nearest_name(string set, string what,
        string? nearest)
    {
        var problem = Sample.OnlyProblem(Sample.Set(set));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Equal(nearest, problem.Nearest);
    }

    [Theory]
    [InlineData("ward.clerk=1", "'ward.clerk' leads nowhere: there is no 'ward'.")]
    [InlineData("kinds.ward.steps.drafts.takes=1wd", "leads nowhere at character 18: there is no 'drafts'.")]
    [InlineData("wards.wards.clerk=1", "leads nowhere at character 7: there is no 'wards'.")]
    [InlineData("bodies.cty.clerk=1", "leads nowhere at character 8: there is no 'cty'.")]
    public void The_place_in_the_path_is_told(string set, string what) =>
        Assert.Contains(what, Sample.OnlyProblem(Sample.Set(set)).What, StringComparison.Ordinal);

    /// <summary>Nobody who wrote --vary looks for a mistake in --set.</summary>
    [Fact]
    public void What_is_varied_is_told_by_the_option_that_says_so()
    {
        var result = Sample.Load(Sample.Scenario, new LoadOptions { Sets = ["wards.clrek=1"], Varied = ["wards.stff=2", "none"] });
        Assert.Equal(
            ["--set wards.clrek", "--vary", "--vary wards.stff"],
            result.Problems.Select(problem => problem.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("wards.clerk=many", "not a whole number")]
    [InlineData("wards.clerk=-1", "from 1 to 64")]
    [InlineData("wards.clerk=+64", "from 1 to 64")]
    [InlineData("channels.post.loss=x 1000", "more than 100%")]
    [InlineData("until=-60d", "is wrong")]
    [InlineData("wards.name=+1", "")]
    [InlineData("city.closed=+1", "no value that")]
    [InlineData("city.closed=1", "cannot be")]
    [InlineData("city.conduct.stall=x2", "no value that")]
    [InlineData("until", "sets nothing")]
    [InlineData("=1", "sets nothing")]
    [InlineData("until=[", "not YAML")]
    public void A_value_that_does_not_fit_is_told(string set, string what)
    {
        var result = Sample.Set(set);
        Assert.True(what.Length == 0 ? !result.HasErrors : result.HasErrors);
        Assert.Contains(result.Problems.Select(problem => problem.What).Append(""), each =>
            each.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_come_after_the_variant()
    {
        var result = Sample.Load(Sample.Scenario,
            new LoadOptions { Variant = "more-staff", Sets = ["wards.staff=+1"] });
        Assert.Equal(7, Body(result, "wards/1").Heads.Staff);
    }

    private static Body Body(LoadResult result, string id) =>
        Sample.Sound(result).Model!.Bodies.Single(body => body.Id == id);
}
