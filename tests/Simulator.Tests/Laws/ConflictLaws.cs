using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// Two assignments that exclude each other, where nothing is left to chance: <c>far</c>, of the party's line, asks for the
/// one at minute 10, <c>near</c>, which stands below it and above the office, for the other at minute 20. A paper travels a
/// minute, either takes the office's one clerk of works 100 minutes; with <c>busy</c> he has 1,000 before.
/// </summary>
public sealed class ConflictLaws
{
    [Theory]
    [InlineData(ConflictChoice.Nearer, "near")]
    [InlineData(ConflictChoice.Newest, "near")]
    [InlineData(ConflictChoice.First, "far")]
    [InlineData(ConflictChoice.Line, "far")]
    public void Of_two_that_wait_the_one_is_done_and_the_other_dropped_at_the_minute_at_which_both_are_there(
        ConflictChoice choice, string obeyed)
    {
        var played = Played.Of(Model(choice, isBusy: true));
        var gave = Assert.Single(played.By("office", EntryKind.GaveWay));
        Assert.Equal((obeyed == "near" ? Of("far") : Of("near"), 21), (gave.Root, gave.Tick));
        Assert.Equal([(Of("busy"), 1001), (Of(obeyed), 1101)], Done(played));
        var closed = Assert.Single(played.By("office", EntryKind.Closed), entry => entry.Root == gave.Root);
        Assert.Equal((21, 1, 0), (closed.Tick, closed.A, closed.B));
        Audit.Passes(new Evidence(played), $"{choice}");
    }

    /// <summary>What somebody has in hand is finished; only then does it matter whether the new one is obeyed.</summary>
    [Theory]
    [InlineData(ConflictChoice.Newest, 111, 211)]
    [InlineData(ConflictChoice.First, 111, -1)]
    public void What_is_in_hand_is_finished(ConflictChoice choice, int far, int near)
    {
        var played = Played.Of(Model(choice, isBusy: false));
        Assert.Equal(
            near < 0 ? [(Of("far"), far)] : new[] { (Of("far"), far), (Of("near"), near) }, Done(played));
        Assert.Equal(near < 0 ? 1 : 0, played.By("office", EntryKind.GaveWay).Count());
        Audit.Passes(new Evidence(played), $"{choice}, in hand");
    }

    /// <summary>What is done stays done, and excludes nothing any more.</summary>
    [Fact]
    public void What_is_done_stays_done()
    {
        var model = Model(ConflictChoice.First, isBusy: false);
        var played = Played.Of(model with
        {
            Directives = [.. model.Directives.Select(each => each.Id == "near" ? each with { Issued = new Tick(500) } : each)],
        });
        Assert.Equal([(Of("far"), 111), (Of("near"), 601)], Done(played));
        Assert.Empty(played.By("office", EntryKind.ConflictFound));
    }

    [Fact]
    public void Without_a_rule_both_are_done()
    {
        var played = Played.Of(Model(null, isBusy: true));
        Assert.Equal([(Of("busy"), 1001), (Of("far"), 1101), (Of("near"), 1201)], Done(played));
        Assert.Empty(played.By("office", EntryKind.ConflictFound));
    }

    [Fact]
    public void A_conflict_with_what_is_not_there_is_refused()
    {
        var model = Model(ConflictChoice.First, isBusy: false);
        var refused = Assert.Throws<ModelException>(() => ModelCompiler.Compile(model with
        {
            Directives = [.. model.Directives.Where(each => each.Id != "far")],
        }));
        Assert.Equal("'near' conflicts with 'far/far', which is no assignment.", refused.Message);
    }

    private static uint Of(string directive) => Hash64.Upper(directive);

    private static IEnumerable<(uint Root, int Tick)> Done(Played played) => played.By("office", EntryKind.StepEnded)
        .Where(entry => entry.Step == Step.CarryOut).Select(entry => (entry.Root, entry.Tick));

    private static Model Model(ConflictChoice? choice, bool isBusy)
    {
        var rule = choice is { } obeys
            ? new ConflictRule { Obeys = obeys, Line = obeys == ConflictChoice.Line ? "party" : null }
            : null;
        return Sketch.Model(
            [
                Sketch.Kind("far") with { Line = "party" }, Sketch.Kind("near"),
                Sketch.Kind("office", Sketch.Takes(Step.CarryOut, Post.Staff, 0)) with { OnConflict = rule },
            ],
            [Sketch.Body("far", "far"), Sketch.Body("near", "near", "far"), Sketch.Body("office", "office", "near")],
            [
                .. isBusy ? [Order("busy", "far", 0, 1000)] : Array.Empty<Directive>(),
                Order("far", "far", 10, 100),
                Order("near", "near", 20, 100, new AssignmentReference("far", "far")),
            ]) with
        {
            Lines = [Sketch.State, "party"],
        };
    }

    private static Directive Order(string id, string from, int at, int takes, params AssignmentReference[] conflicts) =>
        Sketch.Directive(id, from, Sketch.Duty(id, takes) with { ConflictsWith = conflicts }) with
        {
            Issued = new Tick(at),
            To = [new Selector { Named = "office" }],
        };
}
