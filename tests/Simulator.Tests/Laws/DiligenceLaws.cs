using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>What is known exactly of diligence, and of what it does to compliance.</summary>
public sealed class DiligenceLaws
{
    private const int Month = 30 * 1440;
    private const decimal Ln2 = 0.6931471805599453094172321214582m;

    public static TheoryData<double, double, int> Rules => new()
    {
        { 0.95, 0.40, 21 * 1440 }, { 1, 0, 1 }, { 1, 0.5, 7 }, { 0.2, 0.9, 1000 }, { 0.123456, 0.654321, 30_001 },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Diligence_decays_to_its_floor_by_the_closed_form(double start, double floor, int halfLife)
    {
        var rule = Compiled(new DiligenceRule { Start = start, Floor = floor, HalfLife = new(halfLife) });
        for (var minutes = 0; minutes < 12 * Month; minutes += 1 + (minutes / 37))
        {
            var exact = (decimal)floor + (((decimal)start - (decimal)floor) * Halved(minutes, halfLife));
            Assert.True(
                Math.Abs(rule.After(rule.Start, minutes) - (exact * 1_000_000m)) <= 0.500001m,
                $"after {minutes} minutes: {rule.After(rule.Start, minutes)}, exactly {exact}");
        }

        Assert.Equal(rule.Floor, rule.After(rule.Start, 60 * halfLife));
    }

    [Fact]
    public void The_same_decay_in_two_stretches_differs_from_one_by_rounding_alone()
    {
        var rule = Compiled(new DiligenceRule { Start = 0.95, Floor = 0.4, HalfLife = TickSpan.FromDays(21) });
        for (var minutes = 0; minutes < 3 * Month; minutes += 777)
        {
            var twice = rule.After(rule.After(rule.Start, minutes), 5000);
            Assert.InRange(rule.After(rule.Start, minutes + 5000) - twice, -1, 1);
        }
    }

    [Theory]
    [InlineData(0.2, 400_000, 520_000)]
    [InlineData(1, 400_000, 1_000_000)]
    [InlineData(-0.25, 400_000, 300_000)]
    [InlineData(-1, 400_000, 0)]
    [InlineData(0.5, 1_000_000, 1_000_000)]
    public void A_lift_shrinks_what_is_missing_and_a_negative_one_what_is_there(double lift, int before, int after) =>
        Assert.Equal(after, Compiled(new DiligenceRule
        {
            HalfLife = new(1),
            Lifts = new DiligenceLifts { Outbreak = lift },
        }).Lifted(before, DiligenceCause.Outbreak));

    /// <summary>
    /// Held still at d, the share begun at once is (1 - stall - ignore) d, and what is missing is laid aside
    /// and ignored as stall to ignore.
    /// </summary>
    [Theory]
    [InlineData(0.7, 0, 0, 0.3, 0)]
    [InlineData(0.5, 0.1, 0.3, 0.175, 0.525)]
    [InlineData(0.25, 0.2, 0, 0.8, 0)]
    [InlineData(0, 0.2, 0.2, 0.5, 0.5)]
    public void Of_what_would_be_begun_the_share_of_diligence_is_begun(
        double level, double stall, double ignore, double laidAside, double ignored)
    {
        const int bodies = 20_000;
        var entries = Played.Of(Flat(bodies, level, stall, ignore), new RunOptions { Seed = 3 }).Entries;
        Agrees(entries.Count(entry => entry.Kind == EntryKind.Stalled), laidAside, bodies);
        Agrees(entries.Count(entry => entry.Kind == EntryKind.Ignored), ignored, bodies);
    }

    [Fact]
    public void Whoever_complies_when_less_diligent_complies_when_more()
    {
        var less = Begun(Played.Of(Flat(2000, 0.4, 0.1, 0.05), new RunOptions { Seed = 4 }));
        var more = Begun(Played.Of(Flat(2000, 0.8, 0.1, 0.05), new RunOptions { Seed = 4 }));
        Assert.NotEmpty(less);
        Assert.True(less.IsProperSubsetOf(more));
    }

    [Fact]
    public void What_is_requested_is_done_by_some_of_those_who_do_it_when_ordered_and_by_no_others()
    {
        var ordered = Begun(Played.Of(Heard(Mood.Order), new RunOptions { Seed = 5 }));
        var requested = Begun(Played.Of(Heard(Mood.Request), new RunOptions { Seed = 5 }));
        Agrees(ordered.Count, 0.9, 2000);
        Agrees(requested.Count, 0.6, 2000);
        Assert.True(requested.IsProperSubsetOf(ordered));
    }

    private static Model Heard(Mood mood)
    {
        var model = Flat(2000, 1, 0.1, 0);
        return model with
        {
            Kinds =
            [
                model.Kinds[0],
                model.Kinds[1] with
                {
                    Conduct = new ConductRule { Stall = 0.1, OnRequest = new ConductShares { Stall = 0.3, Ignore = 0.1 } },
                },
            ],
            Directives = [model.Directives[0] with { Assignments = [Sketch.Duty("a", 10) with { Mood = mood }] }],
        };
    }

    private static Model Flat(int bodies, double level, double stall, double ignore) => Sketch.Model(
        [
            Sketch.Kind("level-0"),
            Sketch.Kind("level-1", Sketch.Takes(Simulator.Kernel.Office.Step.CarryOut, null, 0)) with
            {
                Conduct = new ConductRule { Stall = stall, Ignore = ignore },
                Diligence = new DiligenceRule { Start = level, Floor = level, HalfLife = new(1000) },
            },
        ],
        Sketch.Tree(1, bodies),
        Sketch.Directive("d", "b/0", Sketch.Duty("a", 10)));

    private static HashSet<ulong> Begun(Played played) =>
        [.. played.Entries.Where(entry => entry.Kind == EntryKind.StepEnded).Select(entry => entry.Body)];

    private static void Agrees(int count, double exact, int among)
    {
        var halfWidth = 3.29 * Math.Sqrt(exact * (1 - exact) / among);
        Assert.True(
            Math.Abs(((double)count / among) - exact) <= halfWidth, $"{count} of {among}, exactly {exact} ± {halfWidth}");
    }

    private static CompiledDiligence Compiled(DiligenceRule rule)
    {
        var model = Flat(1, 1, 0, 0);
        return ModelCompiler.Compile(model with { Kinds = [model.Kinds[0], model.Kinds[1] with { Diligence = rule }] })
            .Conducts.Select(conduct => conduct.Diligence).OfType<CompiledDiligence>().Single();
    }

    /// <summary>2 to the power -minutes / half-life, in decimals, by halving and the series of e.</summary>
    private static decimal Halved(int minutes, int halfLife)
    {
        var power = 1m;
        for (var half = minutes / halfLife; half > 0 && power > 0; half--)
        {
            power /= 2;
        }

        var exponent = -Ln2 * (minutes % halfLife) / halfLife;
        var (sum, term) = (0m, 1m);
        for (var place = 1; term != 0m && place < 60; place++)
        {
            sum += term;
            term *= exponent / place;
        }

        return power * sum;
    }
}
