using Simulator.Analysis.Experiments;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// One clerk who registers what comes at even intervals, in exponential time: the queue D/M/1, of which the mean time in the
/// office is known. He starts with an empty desk.
/// </summary>
public sealed class WarmUpLaws
{
    private const int Times = 300;
    private const int Interval = 1150;
    private const int Service = 1000;
    private const int Replications = 100;

    /// <summary>
    /// Kleinrock, Queueing Systems I, 1975, section 6.4: with sigma = exp(-(1 - sigma) interval / service) the mean
    /// time in the system is service / (1 - sigma).
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_suggested_cut_brings_the_mean_nearer_to_the_known_one(ulong seed)
    {
        var sigma = 0.5;
        for (var step = 0; step < 1000; step++)
        {
            sigma = Math.Exp(-(1 - sigma) * Interval / Service);
        }

        var known = Service / (1 - sigma) / 1440;
        var suggestion = Suggestion(seed);
        Assert.Equal(Settling.AfterCut, suggestion.Settling);
        Assert.InRange(suggestion.Cut.Before, 5, Times / 2);
        Assert.True(
            Math.Abs(suggestion.Mean - known) < Math.Abs(suggestion.MeanWithWarmUp - known),
            $"known {known}, with the warm-up {suggestion.MeanWithWarmUp}, without it {suggestion.Mean}");
    }

    /// <summary>What is suggested leaves out what it says, where it is set.</summary>
    [Fact]
    public void The_suggested_window_leaves_out_just_the_suggested_directives()
    {
        var suggestion = Suggestion(1);
        var model = ModelCompiler.Compile(Clerk(Times) with { Window = suggestion.Window });
        var played = Played.Of(model);
        var trace = new RunTrace(model, [.. played.Entries]);
        var answer = Assert.Single(GoalAnswer.Of(trace, ProgressReader.Read(trace)));
        Assert.True(suggestion.Cut.After > 0);
        Assert.Equal(
            (Times, suggestion.Cut.Kept, Times - suggestion.Cut.Kept), (answer.Asked, answer.Among, answer.LeftOut));
        Assert.Equal(Played.Of(Clerk(Times)).Digest, played.Digest);
    }

    [Fact]
    public void Fewer_than_fifty_directives_suggest_nothing()
    {
        var suggestion = Suggestion(1, times: 49);
        Assert.Equal((Settling.TooFew, 0), (suggestion.Settling, suggestion.Cut.Before));
    }

    /// <summary>More comes than can be done, so that each waits longer than the one before.</summary>
    [Fact]
    public void An_office_that_does_not_keep_up_never_settles() =>
        Assert.Equal(Settling.Never, Suggestion(1, interval: 800).Settling);

    private static WarmUpSuggestion Suggestion(ulong seed, int times = Times, int interval = Interval)
    {
        var model = ModelCompiler.Compile(Clerk(times, interval));
        var rows = Enumerable.Range(0, Replications).Select(number =>
        {
            var reduction = SeriesReducer.Instance.Begin(model);
            return reduction.Row(InProcessEngine.Run(
                model, new RunOptions { Seed = seed, Replication = number }, reduction));
        });
        return Assert.Single(WarmUpSuggestion.Of(model, [.. rows]));
    }

    private static Model Clerk(int times, int interval = Interval) => Sketch.Model(
        [
            Sketch.Kind("issuer"),
            Sketch.Kind("office", Sketch.Takes(Step.Register, Post.Clerk, Distribution.Exponential(Service))),
        ],
        [Sketch.Body("issuer", "issuer"), Sketch.Body("office", "office", "issuer")],
        [
            .. Enumerable.Range(0, times).Select(number => Sketch.Directive($"order-{number + 1}", "issuer") with
            {
                Series = "order", Issued = new Tick(number * interval),
            }),
        ]) with
    {
        Until = new TickSpan((times + 2) * interval),
        Goals =
        [
            new Goal
            {
                Text = "of order registered(all) >= 90%", Measure = GoalMeasure.Registered, Among = new Selector(),
                BasisPoints = 9000, Directive = "order",
            },
        ],
    };
}
