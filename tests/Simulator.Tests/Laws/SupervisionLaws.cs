using Simulator.Kernel.Conduct;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>What is known exactly of inspections at random and of sanctions of rising force.</summary>
public sealed class SupervisionLaws
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void How_many_are_inspected_at_random_is_binomial_silent_or_not(double share)
    {
        const int bodies = 10_000;
        var rule = new FollowUpRule { InspectAfter = new(100), InspectsShare = share };
        foreach (var conduct in new[] { new ConductRule(), new ConductRule { Stall = 1 } })
        {
            var inspected = Played.Of(Flat(bodies, conduct, rule), new RunOptions { Seed = 11 }).Entries
                .Count(entry => entry.Kind == EntryKind.Inspected);
            var halfWidth = 3.9 * Math.Sqrt(bodies * share * (1 - share));
            Assert.InRange(inspected, (bodies * share) - halfWidth, (bodies * share) + halfWidth);
        }
    }

    [Fact]
    public void Whoever_is_inspected_with_a_small_share_is_with_a_larger_one()
    {
        var few = InspectedWith(0.2);
        var many = InspectedWith(0.6);
        Assert.NotEmpty(few);
        Assert.True(few.IsProperSubsetOf(many));
    }

    [Fact]
    public void Sanctions_rise_from_a_reminder_of_duty_to_a_reprimand_and_to_discipline_and_stay_there()
    {
        var rule = new FollowUpRule { InspectAfter = new(100), InspectsAll = true, Sanctions = true, SanctionsRise = true };
        var model = Flat(1, new ConductRule { Ignore = 1 }, rule);
        model = model with
        {
            Kinds =
            [
                model.Kinds[0],
                model.Kinds[1] with
                {
                    Diligence = new DiligenceRule
                    {
                        Start = 0,
                        HalfLife = new TickSpan(int.MaxValue),
                        Lifts = new DiligenceLifts { Sanction = 0.5, Reprimand = 0.2, Discipline = -1 },
                    },
                },
            ],
            Directives =
            [
                .. Enumerable.Range(0, 4).Select(place =>
                    Sketch.Directive($"d/{place}", "b/0", Sketch.Duty("a", 10)) with { Issued = new Tick(1000 * place) }),
            ],
        };
        var entries = Played.Of(model, new RunOptions { Seed = 1 }).By("b/1", EntryKind.Sanctioned).ToList();
        Assert.Equal([(101, 1), (1101, 2), (2101, 3), (3101, 3)], entries.Select(entry => (entry.Tick, (int)entry.What)));

        // From nothing up by a half; of what is missing then a fifth; down to nothing, from where nothing is taken.
        var lifts = Played.Of(model, new RunOptions { Seed = 1 }).By("b/1", EntryKind.DiligenceLifted)
            .Select(entry => ((DiligenceCause)entry.What, entry.B));
        Assert.Equal(
            [
                (DiligenceCause.RemindSanction, 500_000), (DiligenceCause.Reprimand, 600_000), (DiligenceCause.Discipline, 0),
                (DiligenceCause.Discipline, 0),
            ],
            lifts);
    }

    private static HashSet<ulong> InspectedWith(double share) =>
    [
        .. Played.Of(Flat(500, new ConductRule(), new FollowUpRule { InspectAfter = new(100), InspectsShare = share }),
                new RunOptions { Seed = 12 }).Entries
            .Where(entry => entry.Kind == EntryKind.Inspected)
            .Select(entry => entry.Body),
    ];

    private static Model Flat(int bodies, ConductRule conduct, FollowUpRule rule) => Sketch.Model(
        [
            Sketch.Kind("level-0") with { FollowUp = rule },
            Sketch.Kind("level-1", Sketch.Takes(Step.CarryOut, null, 0)) with { Conduct = conduct },
        ],
        Sketch.Tree(1, bodies),
        Sketch.Directive("d", "b/0", Sketch.Duty("a", 10)));
}
