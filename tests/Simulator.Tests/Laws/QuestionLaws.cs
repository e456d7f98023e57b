using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// Questions upward where nothing is left to chance but what a law is about: b/0 issues, b/1 relays, b/2 carries
/// out. A wire takes a minute, and each step a number of its own, so that a sum shows what is in it.
/// </summary>
public sealed class QuestionLaws
{
    private const int Register = 1;
    private const int Assign = 10;
    private const int Ask = 100;
    private const int RegisterQuestion = 1_000;
    private const int Decide = 10_000;
    private const int RegisterAnswer = 4;
    private const int Wire = 1;

    /// <summary>From the beginning to ask until the answer is registered.</summary>
    private const int Round = Ask + Wire + RegisterQuestion + Decide + Wire + RegisterAnswer;

    /// <summary>When b/2 has assigned: the paper has been registered and assigned by b/1, and relayed at once.</summary>
    private const int Assigned = Wire + Register + Assign + Wire + Register + Assign;

    [Fact]
    public void An_approval_takes_the_sum_of_its_steps_and_ways() =>
        Assert.Equal(Assigned + Round, Begun(Chain(new QuestionRule(), new QuestionRule())));

    [Fact]
    public void An_approval_that_is_passed_up_takes_as_long_once_more() => Assert.Equal(
        Assigned + Ask + Wire + RegisterQuestion + Decide + Round + Wire + RegisterAnswer,
        Begun(Chain(new QuestionRule(), new QuestionRule { PassesUp = 1 })));

    [Fact]
    public void It_is_passed_up_no_further_than_to_whoever_issued_the_directive()
    {
        var played = Played.Of(Chain(new QuestionRule(), new QuestionRule { PassesUp = 1 }, new QuestionRule { PassesUp = 1 }));
        Assert.Equal(
            [(byte)Decision.PassedUp, (byte)Decision.Consent],
            played.Entries.Where(entry => entry.Kind == EntryKind.Decided).Select(entry => entry.What));
    }

    [Fact]
    public void An_opinion_holds_up_assigning_by_the_same_sum()
    {
        var played = Played.Of(Chain(new QuestionRule { Opinion = 1 }, new QuestionRule(), approval: false));
        var assigned = played.By("b/2").Single(entry => entry.Step == Step.Assign);
        Assert.Equal(Assigned - Assign + Round, assigned.Started);
        Assert.Equal(Assigned + Round, Begun(played));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_question_that_always_comes_back_goes_as_often_as_is_allowed_and_once_more(int most) => Assert.Equal(
        Assigned + ((most + 1) * Round),
        Begun(Chain(new QuestionRule(), new QuestionRule { Returns = 1, AtMost = most })));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Silence_ends_the_wait_to_the_minute(bool refuses)
    {
        var silence = new SilenceRule(new TickSpan(77), refuses);
        var played = Played.Of(Chain(new QuestionRule { Silence = silence }, new QuestionRule()));
        var settled = Assigned + Ask + 77;
        Assert.Equal(settled, Assert.Single(played.By("b/2", EntryKind.SilencePassed)).Tick);
        Assert.Equal(refuses ? [] : [settled], Beginnings(played));

        var late = Assert.Single(played.By("b/2", EntryKind.Answered));
        Assert.Equal((1, Assigned + Round), (late.B, late.Tick));
        var closed = played.By("b/2", EntryKind.Closed).Single();
        Assert.Equal(refuses ? (settled, 0) : (settled + 5, 1), (closed.Tick, closed.B));
    }

    [Fact]
    public void Whoever_is_refused_does_nothing_and_says_so()
    {
        var played = Played.Of(Chain(new QuestionRule(), new QuestionRule { Refuses = 1 }));
        Assert.Empty(Beginnings(played));
        var closed = played.By("b/2", EntryKind.Closed).Single();
        Assert.Equal((Assigned + Round, 1, 0), (closed.Tick, closed.A, closed.B));
        var top = played.By("b/0", EntryKind.Closed).Single();
        Assert.Equal((2, 1), (top.A, top.B));
    }

    [Fact]
    public void A_question_that_is_lost_is_waited_for_forever_unless_silence_means_something()
    {
        var lossy = Chain(new QuestionRule(), new QuestionRule(), loses: true);
        Assert.Empty(Beginnings(Played.Of(lossy)));
        var silence = new QuestionRule { Silence = new SilenceRule(TickSpan.FromDays(5)) };
        var played = Played.Of(Chain(silence, new QuestionRule(), loses: true));
        Assert.Equal([Assigned + Ask + (5 * 1440)], Beginnings(played));
    }

    [Fact]
    public void Silence_that_an_assignment_names_counts_before_that_of_the_kind()
    {
        var own = new SilenceRule(new TickSpan(50));
        var model = Chain(new QuestionRule { Silence = new SilenceRule(new TickSpan(77), true) }, new QuestionRule());
        var order = model.Directives[0];
        var played = Played.Of(model with
        {
            Directives = [order with { Assignments = [order.Assignments[0] with { Silence = own }] }],
        });
        Assert.Equal([Assigned + Ask + 50], Beginnings(played));
    }

    /// <summary>
    /// A question comes back with probability p each time: k times with p^k (1 - p), and n times with p^n where n
    /// is the most. Chi-square with three degrees of freedom at 0.1%: 16.27.
    /// </summary>
    [Fact]
    public void The_number_of_rounds_is_geometric_up_to_the_most()
    {
        const double Returns = 0.4;
        const int Most = 3;
        const int Bodies = 4_000;
        var kinds = Kinds(new QuestionRule(), new QuestionRule { Returns = Returns, AtMost = Most });
        var model = Sketch.Model(
            [kinds[1] with { RelaysTo = [] }, kinds[2]],
            [
                Sketch.Body("b/0", "level-1"),
                .. Enumerable.Range(1, Bodies).Select(place => Sketch.Body($"b/{place}", "level-2", "b/0")),
            ],
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 5) with { NeedsApproval = true }));
        model = model with { Until = TickSpan.FromDays(40), Kinds = [.. model.Kinds.Select(Instant)] };
        var rounds = new int[Most + 1];
        foreach (var asked in Played.Of(model, new RunOptions { Seed = 72 }).Entries
            .Where(entry => entry.Kind == EntryKind.Asked)
            .GroupBy(entry => entry.Body))
        {
            rounds[asked.Count() - 1]++;
        }

        var expected = Enumerable.Range(0, Most + 1)
            .Select(k => Bodies * Math.Pow(Returns, k) * (k < Most ? 1 - Returns : 1)).ToArray();
        Assert.Equal(Bodies, rounds.Sum());
        Assert.InRange(rounds.Zip(expected, (seen, mean) => (seen - mean) * (seen - mean) / mean).Sum(), 0, 16.27);
    }

    private static BodyKind Instant(BodyKind kind) => kind with
    {
        Steps = [.. kind.Steps.Where(rule => rule.Step == Step.Register)],
    };

    private static int Begun(Model model) => Begun(Played.Of(model));

    private static int Begun(Played played) => Assert.Single(Beginnings(played));

    private static int[] Beginnings(Played played) =>
        [.. played.By("b/2").Where(entry => entry.Step == Step.CarryOut).Select(entry => entry.Started)];

    internal static Model Chain(
        QuestionRule asker, QuestionRule asked, QuestionRule? top = null, bool approval = true, bool loses = false)
    {
        var duty = Sketch.Duty("a", 5) with { By = [new Selector { Kind = "level-2" }], NeedsApproval = approval };
        var model = Sketch.Model(Kinds(asker, asked, top), Sketch.Chain(3), Sketch.Directive("d", "b/0", duty));
        var mute = model.Channels[0] with { Id = "mute", Loss = 1 };
        return !loses ? model : model with
        {
            Channels = [model.Channels[0], mute],
            Bodies = [.. model.Bodies.Select(body => body.Id == "b/2" ? body with { Channel = "mute" } : body)],
        };
    }

    private static BodyKind[] Kinds(QuestionRule asker, QuestionRule asked, QuestionRule? top = null) =>
        [Kind("level-0", top), Kind("level-1", asked), Kind("level-2", asker)];

    private static BodyKind Kind(string id, QuestionRule? questions) => Sketch.Kind(
        id,
        Sketch.Takes(Step.Register, Post.Clerk, Register),
        Sketch.Takes(Step.Assign, Post.Leadership, Assign),
        Sketch.Takes(Step.CarryOut, Post.Staff, 0),
        Sketch.Takes(Step.Ask, Post.Staff, Ask),
        Sketch.Takes(Step.RegisterQuestion, Post.Clerk, RegisterQuestion),
        Sketch.Takes(Step.Decide, Post.Leadership, Decide),
        Sketch.Takes(Step.RegisterAnswer, Post.Clerk, RegisterAnswer)) with
    {
        Questions = questions,
    };
}
