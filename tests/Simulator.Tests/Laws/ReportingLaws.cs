using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>What becomes of a figure on its way up.</summary>
public sealed class ReportingLaws
{
    private const int Villages = 5_000;

    /// <summary>
    /// Each level claims the share i of what it is told was not done, so that of what was not done
    /// (1-i)^n is left after n levels. Each rounds to a whole body, which is at most half a body a level.
    /// </summary>
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(3, 0.3)]
    [InlineData(5, 0.1)]
    [InlineData(5, 0.5)]
    [InlineData(8, 0.05)]
    [InlineData(2, 1.0)]
    public void After_n_levels_that_each_inflate_by_i_what_was_not_done_is_left_to_the_power_of_n(
        int levels, double inflates)
    {
        var played = Played.Of(Ladder(levels, new ReportingRule { Inflates = inflates }, null));
        var closed = Assert.Single(played.By("b/0", EntryKind.Closed));
        var done = played.Entries.Count(entry => entry.Step == Step.CarryOut);
        Assert.InRange(done, 1, Villages - 1);
        Assert.Equal(Villages + levels, closed.A);
        var undone = (Villages - done) * Math.Pow(1 - inflates, levels);
        Assert.InRange(closed.A - closed.B, undone - (levels * 0.5), undone + (levels * 0.5));
    }

    /// <summary>Where the villages inflate too, by chance, the claim is 1 - (1-c)(1-i)^(n+1) in the mean.</summary>
    [Fact]
    public void A_figure_that_passes_n_levels_claims_all_but_what_none_of_them_embellished()
    {
        const double inflates = 0.25;
        var rule = new ReportingRule { Inflates = inflates };
        var estimate = new Estimate();
        for (var run = 0; run < 20; run++)
        {
            var played = Played.Of(Ladder(2, rule, rule), new() { Seed = 9, Replication = run });
            var closed = Assert.Single(played.By("b/0", EntryKind.Closed));
            estimate.Add((closed.B - 2) / (double)Villages);
        }

        estimate.Agrees(1 - (0.4 * Math.Pow(1 - inflates, 3)), 0.005, "claimed by three levels, seed 9");
    }

    /// <summary>An error falls on either side alike: figures become worse, and their mean stays.</summary>
    [Fact]
    public void Honest_errors_leave_the_mean_and_widen_the_figures()
    {
        var rule = new ReportingRule { Errs = 0.5, ErrorSize = 0.2 };
        var model = Ladder(1, rule, null);
        var (errors, squares) = (new Estimate(), new Estimate());
        for (var run = 0; run < 300; run++)
        {
            var played = Played.Of(Small(model), new() { Seed = 4, Replication = run });
            var known = Assert.Single(played.By("b/1", EntryKind.Closed));
            var told = Assert.Single(played.By("b/0", EntryKind.Closed));
            Assert.Equal(known.A, told.A);
            var error = (told.B - known.B) / (double)known.A;
            Assert.InRange(error, -0.2 - (0.5 / known.A), 0.2 + (0.5 / known.A));
            errors.Add(1 + error);
            squares.Add(error * error);
        }

        errors.Agrees(1, 0.02, "one plus the error, seed 4");
        squares.Agrees(0.5 * 0.2 * 0.2 / 3, 0.35, "the error squared, seed 4");
    }

    [Fact]
    public void Nobody_claims_more_bodies_than_he_counts_or_fewer_than_none()
    {
        var rule = new ReportingRule { Errs = 1, ErrorSize = 1 };
        for (var run = 0; run < 50; run++)
        {
            var played = Played.Of(Small(Ladder(3, rule, rule)), new() { Seed = 7, Replication = run });
            Assert.All(
                played.Entries.Where(entry => entry.Kind == EntryKind.Closed),
                closed => Assert.InRange(closed.B, 0, closed.A));
        }
    }

    /// <summary>
    /// The issuer <c>b/0</c>, so many superiors one below another, and villages of which three in five do
    /// what they are told. Only the villages have anything to do.
    /// </summary>
    private static Model Ladder(int superiors, ReportingRule? above, ReportingRule? below)
    {
        var village = $"level-{superiors + 1}";
        var bodies = Sketch.Chain(superiors + 1).ToList();
        bodies.AddRange(Enumerable.Range(0, Villages).Select(place =>
            Sketch.Body($"v/{place}", village, $"b/{superiors}")));
        return Sketch.Model(
            [
                Sketch.Kind("level-0"),
                .. Enumerable.Range(1, superiors).Select(level =>
                    Sketch.Kind($"level-{level}") with { Reporting = above }),
                Sketch.Kind(village, Sketch.Takes(Step.CarryOut, null, 0)) with
                {
                    Conduct = new ConductRule { Ignore = 0.4 },
                    Reporting = below,
                },
            ],
            bodies,
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 5) with { By = [new Selector { Level = village }] }));
    }

    private static Model Small(Model model) => model with { Bodies = [.. model.Bodies.Take(204)] };
}
