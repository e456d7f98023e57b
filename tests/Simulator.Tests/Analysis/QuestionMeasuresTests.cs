using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;

namespace Simulator.Tests.Analysis;

/// <summary>What waits for an answer is seen, with who is asked; b/2 asks b/1, who may pass it up to b/0.</summary>
public sealed class QuestionMeasuresTests
{
    private static readonly QuestionRule Plain = new();

    [Fact]
    public void Whoever_waits_for_an_opinion_is_seen_with_whom_he_asks()
    {
        var model = QuestionLaws.Chain(new QuestionRule { Opinion = 1 }, Plain, approval: false);
        var (holdUps, progress) = At(model, 1_000);
        Assert.Contains(holdUps, each => each is { Body: 2, Whom: 1, Cause: HoldUpCause.AwaitsOpinion });
        Assert.DoesNotContain(holdUps, each => each is { Body: 2, Cause: HoldUpCause.AtStep });
        Assert.True(Assert.Single(progress[2].Questions).IsOpinion);
        Assert.Empty(At(model, 20_000).Progress[2].Questions);
    }

    [Fact]
    public void Whoever_passes_a_question_up_waits_too()
    {
        var (holdUps, _) = At(QuestionLaws.Chain(Plain, new QuestionRule { PassesUp = 1 }), 12_000);
        Assert.Contains(holdUps, each => each is { Body: 2, Whom: 1, Cause: HoldUpCause.AwaitsApproval, Count: 1 });
        Assert.Contains(holdUps, each => each is { Body: 1, Whom: 0, Cause: HoldUpCause.AwaitsAnswer, Count: 1 });
    }

    [Fact]
    public void What_was_refused_stays_undone_and_is_seen_as_refused()
    {
        var (holdUps, progress) = At(QuestionLaws.Chain(Plain, new QuestionRule { Refuses = 1 }), 20_000);
        Assert.Contains(holdUps, each => each is { Body: 2, Cause: HoldUpCause.Refused, Count: 1 });
        Assert.Equal((1U, 0U, -1), (progress[2].Refused, progress[2].Done, progress[2].CompliedAt));
        Assert.Equal(ProgressState.EndedInPart, progress[2].State);
    }

    [Fact]
    public void Silence_that_settles_a_question_is_counted()
    {
        var silent = new QuestionRule { Silence = new SilenceRule(new TickSpan(77)) };
        var (_, progress) = At(QuestionLaws.Chain(silent, Plain), 20_000);
        Assert.Equal((1, 1U), (progress[2].SilencesPassed, progress[2].Done));
    }

    private static (IReadOnlyList<HoldUp> HoldUps, IReadOnlyDictionary<int, BodyProgress> Progress) At(Model model, int tick)
    {
        var played = Played.Of(model);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var progress = ProgressReader.Read(trace, tick)[0];
        return (HoldUp.Of(trace, 0, progress, tick), progress);
    }
}
