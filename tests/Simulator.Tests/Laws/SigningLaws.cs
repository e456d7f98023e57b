using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>Who signs a relay, and how long it waits for him, where nothing is left to chance.</summary>
public sealed class SigningLaws
{
    private const int Back = 5_000;

    [Fact]
    public void What_only_the_head_signs_waits_until_he_is_back() => Assert.Equal(Back + 7, Issued(null));

    [Fact]
    public void What_is_signed_by_order_waits_for_nobody() =>
        Assert.Equal(1 + 20 + 7, Issued(new SigningRule { ByOrder = 1 }));

    [Fact]
    public void What_is_marked_higher_than_is_signed_by_order_waits_for_the_head() =>
        Assert.Equal(Back + 7, Issued(new SigningRule { ByOrder = 1, UpTo = Urgency.Routine }));

    [Fact]
    public void By_authorisation_is_signed_only_while_the_head_is_away()
    {
        var rule = new SigningRule { ByAuthorisation = 1, By = Post.Clerk };
        Assert.Equal([Step.SignByAuthorisation], Signatures(Model(rule, away: true)));
        Assert.Equal([Step.Sign], Signatures(Model(rule, away: false)));
        Assert.Equal(1 + 20 + 7, Issued(rule));
    }

    [Fact]
    public void While_a_deputy_acts_nobody_signs_by_authorisation()
    {
        var model = Model(new SigningRule { ByAuthorisation = 1 }, away: true);
        model = model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind with { Leadership = kind.Leadership with { Deputies = 1 } })],
        };
        Assert.Equal([Step.Sign], Signatures(model));
    }

    private static int Issued(SigningRule? rule) =>
        Played.Of(Model(rule, away: true)).By("b/1", EntryKind.Issued).Single().Tick;

    private static IEnumerable<Step> Signatures(Model model) => Played.Of(model).By("b/1")
        .Where(entry => entry.Step is Step.Sign or Step.SignByOrder or Step.SignByAuthorisation)
        .Select(entry => entry.Step);

    private static Model Model(SigningRule? rule, bool away)
    {
        var kinds = new[] { "level-0", "level-1", "level-2" }.Select(id => Sketch.Kind(
            id, Sketch.Takes(Step.Draft, Post.Staff, 20), Sketch.Takes(Step.Sign, Post.Leadership, 7)) with
        {
            Signing = rule,
            Leadership = Sketch.Heads(1) with
            {
                Away = away ? [new AwaySpell(0, Tick.Start, new Tick(Back))] : [],
            },
        });
        return Sketch.Model(
            [.. kinds], Sketch.Chain(3), Sketch.Directive("d", "b/0", Sketch.Duty("a", 5)) with
            {
                Urgency = Urgency.Urgent,
            });
    }
}
