using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>Who collects reports, and copies that bind nobody, where nothing is left to chance.</summary>
public sealed class CollectingLaws
{
    private const int Communes = 70; // more than a word of bits
    private const int Work = 100;

    /// <summary>
    /// The district is told once and not once by each commune, by the collector, and counts as many as without it
    /// but for the collector itself.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_collector_spares_the_issuer_all_reports_but_one_and_nobody_is_counted_twice(bool addressed)
    {
        var played = Played.Of(District(addressed));
        Assert.Equal(1, Reports(played, "district"));
        Assert.Equal(Communes, Reports(played, "committee"));
        var district = Assert.Single(played.By("district", EntryKind.Closed));
        Assert.Equal((Communes + 2, Communes + 2), (district.A, district.B));
        Assert.Equal(Communes + 1, Assert.Single(played.By("committee", EntryKind.Closed)).A);
        Assert.Equal(Communes + 2, Assert.Single(played.By("province", EntryKind.Closed)).A);

        var alone = Played.Of(District(addressed, collected: false));
        Assert.Equal(Communes + (addressed ? 1 : 0), Reports(alone, "district"));
        Assert.Equal(
            Communes + 1 + (addressed ? 1 : 0), Assert.Single(alone.By("district", EntryKind.Closed)).A);
    }

    /// <summary>Communes have a minute to the district's paper, the work, a minute to the collector, and it a minute.</summary>
    [Fact]
    public void The_last_report_makes_the_collector_report_and_that_the_issuer()
    {
        var played = Played.Of(District(false));
        Assert.Equal(2 + Work + 1, Assert.Single(played.By("committee", EntryKind.Closed)).Tick);
        Assert.Equal(2 + Work + 2, Assert.Single(played.By("district", EntryKind.Closed)).Tick);
        Assert.DoesNotContain(played.By("committee"), entry => entry.Step == Step.CarryOut);
    }

    /// <summary>
    /// The collector reminds in the place of the issuer, whose rule it follows, and its cut-off is the issuer's, which
    /// has none.
    /// </summary>
    [Fact]
    public void The_collector_reminds_and_cuts_off_in_the_place_of_the_issuer()
    {
        var lazy = District(false, conduct: new ConductRule { Stall = 1, Heeds = 0 });
        lazy = lazy with
        {
            Directives =
            [
                lazy.Directives[0] with
                {
                    FollowUp = new Dictionary<string, FollowUpRule> { ["district"] = new() { AfterIssue = new(500) } },
                    CutOffAfter = new Dictionary<string, TickSpan> { ["district"] = new(2000) },
                },
            ],
        };
        var played = Played.Of(lazy);
        Assert.Equal(2 + 500, Assert.Single(played.By("committee", EntryKind.FollowedUp)).Tick);
        Assert.Equal(Communes, played.Entries.Count(entry =>
            entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Reminder }
            && entry.CauseBody == Hash64.Of("committee")));
        Assert.Equal(2 + 2000, Assert.Single(played.By("committee", EntryKind.CutOffPassed)).Tick);
        Assert.Empty(played.By("district", EntryKind.CutOffPassed));
        Assert.Equal((2 + 2000 + 1, 3), (
            Assert.Single(played.By("district", EntryKind.Closed)).Tick,
            Assert.Single(played.By("committee", EntryKind.Closed)).A + 2));
    }

    /// <summary>Who collects the reports inspects when the director orders it, and not the issuer in whose place it does.</summary>
    [Fact]
    public void The_collector_inspects_on_order_in_the_place_of_the_issuer()
    {
        var campaign = new Intervention
        {
            Id = "campaign",
            At = new Tick(50),
            Acts = [new InspectionAct([new Selector { Level = "commune" }], null, false)],
        };
        var played = Played.Of(District(false) with { Interventions = [campaign] });
        Assert.Equal(50, Assert.Single(played.By("committee", EntryKind.FollowedUp)).Tick);
        Assert.Equal(Communes, played.Entries.Count(entry =>
            entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Inspection }
            && entry.CauseBody == Hash64.Of("committee")));
        Assert.Empty(played.By("district", EntryKind.FollowedUp));
    }

    /// <summary>A copy takes the clerk's time and nothing else; it may come before the directive.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_copy_costs_its_registration_and_leaves_all_else_as_it_is(bool first)
    {
        var model = District(false);
        var order = model.Directives[0];
        var told = Played.Of(model with
        {
            Directives =
            [
                order with
                {
                    // Some communes get a copy from the province, a minute before or after the district's paper.
                    Copies =
                    [
                        new CopyRule(
                            first ? [] : [new Selector { Named = "district" }],
                            [new Selector { Named = "c/1" }, new Selector { Named = "front" }]),
                    ],
                },
            ],
        });
        var without = Played.Of(model);
        Assert.Equal(
            without.By("province", EntryKind.Closed).Select(entry => (entry.Tick, entry.A, entry.B)),
            told.By("province", EntryKind.Closed).Select(entry => (entry.Tick, entry.A, entry.B)));
        var copies = told.Entries.Where(entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.InformationCopy });
        Assert.Equal(first ? 2 : 1, copies.Count());
        Assert.Equal(2, told.By("front").Count());
        Assert.Equal(
            without.Entries.Count + (2 * copies.Count()), told.Entries.Count);
    }

    private static int Reports(Played played, string body) => played.By(body, EntryKind.Arrived)
        .Count(entry => entry.What == (byte)PaperClass.Report);

    private static Model District(bool addressed, bool collected = true, ConductRule? conduct = null) => Sketch.Model(
        [
            Sketch.Kind("province"), Sketch.Kind("district"),
            Sketch.Kind("committee") with { Level = "district", RelaysTo = [] },
            Sketch.Kind("commune", Sketch.Takes(Step.CarryOut, null, 0), Sketch.Takes(Step.RegisterCopy, Post.Clerk, 7)) with
            {
                Conduct = conduct ?? ConductRule.Compliant,
            },
            Sketch.Kind("front", Sketch.Takes(Step.RegisterCopy, Post.Clerk, 7)) with { RelaysTo = [] },
        ],
        [
            Sketch.Body("province", "province"), Sketch.Body("district", "district", "province"),
            Sketch.Body("committee", "committee", addressed ? "district" : "province"), Sketch.Body("front", "front"),
            .. Enumerable.Range(0, Communes).Select(place => Sketch.Body($"c/{place}", "commune", "district")),
        ],
        Sketch.Directive(
            "d", "province", Sketch.Duty("a", Work) with { By = [new Selector { Level = "commune" }] }) with
        {
            To = [new Selector { Kind = "district" }],
            CollectedBy = collected
                ? new Dictionary<string, IReadOnlyList<Selector>> { ["district"] = [new Selector { Kind = "committee" }] }
                : new Dictionary<string, IReadOnlyList<Selector>>(),
        });
}
