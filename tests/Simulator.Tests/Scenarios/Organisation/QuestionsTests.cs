using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class QuestionsTests
{
    private static readonly string[] Sign =
        ["kinds.ward.steps.sign.by=leadership", "kinds.ward.steps.sign.takes=5wm"];

    [Fact]
    public void A_kind_asks_and_answers_as_it_says() => Assert.Equal(
        new QuestionRule
        {
            Opinion = 0.3,
            Silence = new SilenceRule(TickSpan.FromDays(5), MeansRefusal: true),
            Returns = 0.25,
            AtMost = 2,
            PassesUp = 0.1,
            Refuses = 0.05,
        },
        Ward(Loaded(
            "questions: { opinion: 30%, silence: { after: 5d, means: refusal }, returns: 25%, at-most: 2, "
            + "passes-up: 10%, refuses: 5%, source: assumed }")).Questions);

    [Fact]
    public void Silence_is_consent_and_a_question_comes_back_three_times_at_most_where_nothing_is_said() => Assert.Equal(
        new QuestionRule { Silence = new SilenceRule(TickSpan.FromDays(5)), Returns = 0.25, AtMost = 3 },
        Ward(Loaded("questions: { silence: 5d, returns: 25% }")).Questions);

    [Fact]
    public void A_kind_says_who_signs_instead_of_its_leadership() => Assert.Equal(
        new SigningRule { ByOrder = 0.4, UpTo = Urgency.Urgent, ByAuthorisation = 1, By = Post.Clerk },
        Ward(Loaded(
            "signing: { by-order: 40%, up-to: urgent, by-authorisation: 100%, by: clerk }, "
            + "steps: { sign: { by: leadership, takes: 5wm } }")).Signing);

    [Theory]
    [InlineData("required", true, null, false)]
    [InlineData("none", false, null, false)]
    [InlineData("{ silence: 3d }", true, 3, false)]
    [InlineData("{ silence: { after: 3d, means: refusal } }", true, 3, true)]
    [InlineData("{ silence: none }", true, null, false)]
    public void An_assignment_says_whether_it_must_be_approved_and_what_silence_means(
        string approval, bool isNeeded, int? days, bool refuses)
    {
        var assignment = Sample.Sound(Sample.With("id: plans,", $"id: plans, approval: {approval},"))
            .Model!.Directives.SelectMany(directive => directive.Assignments).Single(each => each.Id == "plans");
        Assert.Equal(isNeeded, assignment.NeedsApproval);
        Assert.Equal(days is { } length ? new SilenceRule(TickSpan.FromDays(length), refuses) : null, assignment.Silence);
    }

    [Fact]
    public void Both_can_be_set_and_taken_away()
    {
        var set = Sample.Sound(Sample.Set(
            Sign[0], Sign[1], "kinds.ward.questions.passes-up=20%", "kinds.ward.signing.by-order=30%",
            "kinds.ward.questions.silence=2d"));
        Assert.Equal(0.2, Ward(set).Questions!.PassesUp);
        Assert.Equal(0.3, Ward(set).Signing!.ByOrder);
        var taken = Ward(Sample.Sound(Sample.Set(
            Sign[0], Sign[1], "kinds.ward.questions.passes-up=20%", "kinds.ward.signing.by-order=30%",
            "kinds.ward.questions=none", "kinds.ward.signing=none")));
        Assert.Null(taken.Questions);
        Assert.Null(taken.Signing);
    }

    [Fact]
    public void The_resolved_text_gives_the_same_rules()
    {
        var loaded = Sample.Sound(Sample.Set(
            Sign[0], Sign[1], "kinds.ward.questions.silence=2d", "kinds.ward.questions.opinion=10%",
            "kinds.ward.signing.by-order=30%"));
        var again = Sample.Sound(ScenarioLoader.LoadText(loaded.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(loaded.Model!), ModelText.Of(again.Model!));
    }

    [Theory]
    [InlineData("questions: { opinion: 130% }", "'opinion' is wrong: '130", null)]
    [InlineData("questions: { opinon: 30% }", "no key 'opinon'", "opinion")]
    [InlineData("questions: { silence: 5wd }", "elapsed time", null)]
    [InlineData("questions: { silence: 0d }", "no time at all", null)]
    [InlineData("questions: { silence: { means: consent } }", "'after'", null)]
    [InlineData("questions: { silence: { after: 5d, means: consnt } }", "cannot be 'consnt'", "consent")]
    [InlineData("questions: { at-most: 101 }", "whole number from 0 to 100", null)]
    [InlineData("questions: { opinion: 10% }, steps: { assign: none }", "nobody assigns here", null)]
    [InlineData("questions: 30%", "cannot be '30%'", null)]
    [InlineData("signing: { tl: 30% }, steps: { sign: { by: leadership, takes: 5wm } }", "no key 'tl'", null)]
    [InlineData("signing: { up-to: urgnt }, steps: { sign: { by: leadership, takes: 5wm } }", "cannot be 'urgnt'", "urgent")]
    [InlineData("signing: { by: leadership }, steps: { sign: { by: leadership, takes: 5wm } }", "cannot be 'leadership'", null)]
    [InlineData("signing: { by-order: 30% }", "no step 'sign'", null)]
    public void A_mistake_is_told_with_what_would_be_right(string rule, string what, string? nearest)
    {
        var problem = Loaded(rule).Problems.First(each => each.Severity == Severity.Error);
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(nearest, problem.Nearest);
        Assert.StartsWith("sample.yaml:6:", problem.ToString(), StringComparison.Ordinal);
    }

    private static BodyKind Ward(LoadResult loaded) =>
        Sample.Sound(loaded).Model!.Kinds.Single(kind => kind.Id == "ward");

    private static LoadResult Loaded(string rule) => Sample.With(
        "include: [test/office]", $"include: [test/office]\nkinds: {{ ward: {{ {rule} }} }}");
}
