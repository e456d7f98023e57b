using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class DesksTests
{
    [Fact]
    public void A_step_without_hours_and_a_post_without_desks_have_none()
    {
        var kind = Kind("staff: { heads: 5 }");
        Assert.All(kind.Steps, step => Assert.Empty(step.At));
        Assert.Equal((1, null, 0), (kind.Staff.Multitasking, kind.Staff.Absences, kind.Staff.Deputies));
        Assert.Empty(kind.Staff.Away);
    }

    [Fact]
    public void Papers_for_a_step_wait_for_one_hour_or_several()
    {
        var steps = Kind("steps: { assign: { at: \"10:00\", at-once-from: none }, issue: { at: [\"16:30\", \"00:00\"] } }").Steps;
        Assert.Equal([600], steps[1].At);
        Assert.Null(steps[1].AtOnceFrom);
        Assert.Equal([990, 0], steps[3].At);
        Assert.Equal(Urgency.Urgent, steps[3].AtOnceFrom);
    }

    [Fact]
    public void A_post_says_who_is_away_and_who_acts_for_him()
    {
        var post = Kind(
            "leadership: { multitasking: 3, absences: { share: 8%, lasts: 2wd }, deputies: 1, deputies-after: 4wh, "
                + "away: [[2021-05-10, 2021-05-12], { who: 1, from: 2021-05-04T13:00, to: 2021-05-04T15:00 }] }").Leadership;
        Assert.Equal((3, 0.08, 960, 1, 240), (post.Multitasking, post.Absences!.Share, post.Absences.Lasts.Mean,
            post.Deputies, post.DeputiesAfter.Minutes));
        var monday = (6 * 1440) - 420; // the scenario starts on Tuesday at 07:00
        Assert.Equal(
            [new AwaySpell(0, new Tick(monday), new Tick(monday + (3 * 1440))), new AwaySpell(1, new Tick(360), new Tick(480))],
            post.Away);
    }

    [Theory]
    [InlineData("leadership: { absences: none }")]
    [InlineData("leadership: { absences: { share: 0%, lasts: 2wd } }")]
    public void An_absence_can_be_taken_away(string office) => Assert.Null(Kind(office).Leadership.Absences);

    [Theory]
    [InlineData("kinds.office.leadership.multitasking=2")]
    [InlineData("kinds.office.leadership.absences={ share: 10%, lasts: 1wd }")]
    [InlineData("kinds.office.leadership.away=[[2021-05-10, 2021-05-12]]")]
    [InlineData("kinds.office.leadership.deputies=1")]
    [InlineData("kinds.office.steps.assign.at=[\"10:00\"]")]
    [InlineData("kinds.office.steps.assign.at-once-from=express")]
    public void Whatever_is_set_is_in_the_resolved_text(string set)
    {
        var first = Sample.Sound(Sample.Set(set));
        var second = Sample.Sound(Sample.Load(first.Resolved!));
        Assert.Equal(ModelText.Of(first.Model!), ModelText.Of(second.Model!));
        Assert.NotEqual(ModelText.Of(Sample.Load(Sample.Scenario).Model!), ModelText.Of(second.Model!));
    }

    [Theory]
    [InlineData("steps: { assign: { at: \"25:00\" } }", "no hour of the day; write it like 16:30")]
    [InlineData("steps: { assign: { at: 4pm } }", "no hour of the day")]
    [InlineData("steps: { draft: { by: nobody, takes: 1d, at: \"10:00\" } }", "nobody waits for an hour")]
    [InlineData("steps: { assign: { by: clerk, same-server: true, at: \"10:00\" } }", "goes straight on")]
    [InlineData("steps: { assign: { at: \"10:00\", at-once-from: urgnt } }", "Did you mean 'urgent'")]
    [InlineData("leadership: { multitasking: 17 }", "from 1 to 16")]
    [InlineData("leadership: { multitaskin: 2 }", "Did you mean 'multitasking'")]
    [InlineData("leadership: { absences: { share: 8% } }", "has no 'lasts'")]
    [InlineData("leadership: { absences: { share: 100%, lasts: 2wd } }", "no head of the post")]
    [InlineData("leadership: { absences: { share: 8%, lasts: 2d } }", "working time is needed")]
    [InlineData("leadership: { absences: { share: 8%, lasts: 0wd } }", "must last a minute at least")]
    [InlineData("leadership: { absences: { share: 8%, lasts: pareto shape 1 least 1wd } }", "not for ever")]
    [InlineData("leadership: { away: [[2021-05-12, 2021-05-10]] }", "back before he is away")]
    [InlineData("leadership: { away: [{ who: 2, from: 2021-05-10, to: 2021-05-12 }] }", "no person 2 in a post of 2")]
    [InlineData("leadership: { away: [[0001-05-10, 2021-05-12]] }", "centuries away")]
    [InlineData("leadership: { away: [2021-05-10] }", "cannot be")]
    [InlineData("leadership: { deputies: 63 }", "more than 64 together")]
    public void Each_mistake_is_told_where_it_stands(string office, string what)
    {
        var result = Sample.With("include: [test/office]", $"include: [test/office]\nkinds: {{ office: {{ {office} }} }}");
        Assert.Null(result.Model);
        var problem = result.Problems[0];
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(6, problem.Line);
    }

    private static BodyKind Kind(string office) => Sample.Sound(Sample.With(
        "include: [test/office]", $"include: [test/office]\nkinds: {{ office: {{ {office} }} }}")).Model!.Kinds
        .Single(kind => kind.Id == "office");
}
