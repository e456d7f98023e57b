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
/// What comes of a second route that is not recognised, where nothing is left to chance: <c>top</c> addresses
/// <c>a</c> and <c>b</c>, both relay to <c>c</c>, and <c>c</c> to <c>d</c> and <c>e</c>: six bodies, five below the top.
/// </summary>
public sealed class SecondRouteLaws
{
    /// <summary>
    /// Whoever recognises is counted once. A body that does not counts itself again, and brings up again what those
    /// below it bring up again.
    /// </summary>
    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(0, 1, 6)]
    [InlineData(0, 0, 8)]
    [InlineData(1, 0, 5)]
    public void The_issuer_counts_every_body_once_for_each_paper_that_it_took_for_new(
        double relaying, double last, int counted)
    {
        var played = Played.Of(Model(relaying, last));
        var closed = Assert.Single(played.By("top", EntryKind.Closed));
        Assert.Equal((0, counted, counted), (closed.Item, closed.A, closed.B));
        Assert.Equal(counted - 5, played.Entries.Count(entry => entry.Kind == EntryKind.TakenForNew));
        Audit.Passes(new Evidence(played), "second routes");
    }

    /// <summary>The second paper takes the same steps: a minute under way each, registering 5, assigning 7, the work 100.</summary>
    [Fact]
    public void A_paper_taken_for_new_is_assigned_relayed_carried_out_and_reported_like_the_first()
    {
        var played = Played.Of(Model(0, 0));
        // From a at once, from b when it has issued, 30 minutes later.
        var registered = played.By("c", EntryKind.StepEnded).Where(entry => entry.Step == Step.Register).ToList();
        var work = played.By("c", EntryKind.StepEnded).Where(entry => entry.Step == Step.CarryOut).ToList();
        var issued = played.By("c", EntryKind.Issued).ToList();
        Assert.Equal([(byte)0, (byte)1], registered.Select(entry => entry.Route));
        Assert.Equal(30, registered[1].Tick - registered[0].Tick);
        foreach (var place in new[] { 0, 1 })
        {
            Assert.Equal(registered[place].Tick + 7, issued[place].Tick);
            Assert.Equal(registered[place].Tick + 7 + 100, work[place].Tick);
        }

        Assert.Equal(4, played.By("d", EntryKind.Arrived).Concat(played.By("e", EntryKind.Arrived)).Count());
    }

    /// <summary>The report on each paper goes to whom that paper came from, and finds the dossier of that paper.</summary>
    [Fact]
    public void Reports_find_the_dossier_of_the_paper_that_they_are_about()
    {
        var played = Played.Of(Model(0, 0));
        var closed = played.By("c", EntryKind.Closed).ToList();
        Assert.Equal([((byte)0, 3, 3), ((byte)1, 3, 3)], closed.Select(entry => (entry.Route, entry.A, entry.B)));
        Assert.Equal(3, Report("a").A);
        Assert.Equal(3, Report("b").A);

        Entry Report(string at) => Assert.Single(
            played.By(at, EntryKind.Arrived), entry => entry.What == (byte)PaperClass.Report);
    }

    /// <summary>A reminder by the second sender gets going what was laid aside of the second paper, and nothing of the first.</summary>
    [Fact]
    public void A_reminder_is_about_the_paper_of_whoever_reminds()
    {
        var model = Model(0, 1, new ConductRule { Stall = 1, RecognisesSecondRoute = 0 });
        model = model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => kind.Id == "b" ? kind with { FollowUp = new() { AfterIssue = new(500) } } : kind),
            ],
        };
        var played = Played.Of(model);
        var resumed = Assert.Single(played.By("c", EntryKind.Resumed));
        Assert.Equal(1, resumed.Route);
        Assert.Single(played.By("c", EntryKind.Closed), entry => entry.Route == 1);
        Assert.DoesNotContain(played.By("c", EntryKind.Closed), entry => entry.Route == 0);
        Audit.Passes(new Evidence(played), "a reminder by the second sender");
    }

    [Fact]
    public void Its_own_paper_that_comes_back_is_always_recognised()
    {
        var model = Model(0, 0);
        model = model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind.Id == "e" ? kind with { RelaysTo = [new Selector { Named = "c" }] } : kind)],
        };
        var played = Played.Of(model);
        Assert.Single(played.By("c", EntryKind.TakenForNew));
        Assert.Single(played.By("c", EntryKind.Filed));
        Assert.Single(played.By("e", EntryKind.Filed));
        Audit.Passes(new Evidence(played), "a paper that comes back");
    }

    [Fact]
    public void Papers_that_would_go_round_for_ever_are_refused()
    {
        var model = Model(0, 0);
        model = model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => kind.Id switch
                {
                    "d" => kind with { RelaysTo = [new Selector { Named = "e" }] },
                    "e" => kind with { RelaysTo = [new Selector { Named = "b" }] },
                    _ => kind with
                    {
                        Conduct = new ConductRule { RecognisesSecondRoute = 0 },
                    },
                }),
            ],
        };
        var refused = Assert.Throws<ModelException>(() => ModelCompiler.Compile(model));
        Assert.Contains("would get more than 255 papers of 'plan'", refused.Message, StringComparison.Ordinal);
    }

    private static Model Model(double relaying, double last, ConductRule? conduct = null)
    {
        StepRule[] steps =
        [
            Sketch.Takes(Step.Register, null, 5), Sketch.Takes(Step.Assign, null, 7),
            Sketch.Takes(Step.CarryOut, null, 0),
        ];
        return Sketch.Model(
            [
                Sketch.Kind("top"), Sketch.Kind("a", steps),
                Sketch.Kind("b", [.. steps, Sketch.Takes(Step.Draft, null, 30)]),
                Sketch.Kind("c", steps) with { Conduct = conduct ?? new ConductRule { RecognisesSecondRoute = relaying } },
                Sketch.Kind("d", steps) with { Conduct = new ConductRule { RecognisesSecondRoute = last } },
                Sketch.Kind("e", steps) with { Conduct = new ConductRule { RecognisesSecondRoute = last } },
            ],
            [
                Sketch.Body("top", "top"), Sketch.Body("a", "a", "top"), Sketch.Body("b", "b", "top"),
                Sketch.Body("c", "c", "a") with { Under = [new(Sketch.State, "a"), new("party", "b")] },
                Sketch.Body("d", "d", "c"), Sketch.Body("e", "e", "c"),
            ],
            Sketch.Directive("plan", "top", Sketch.Duty("plan", 100))) with
        {
            Lines = [Sketch.State, "party"],
        };
    }
}
