using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>Where leads and those who coordinate with them, and those who collect reports, hold a directive up.</summary>
internal sealed partial class HoldUpFinder
{
    private static uint AskedFor(BodyProgress own) => own.OpenQuestions
        .Where(question => !question.IsPassedUp && !question.IsOpinion)
        .Aggregate(0U, (mask, question) => mask | (1U << question.Item));

    private bool Collects(int body) => directive.Collecting?.CollectsFor(body) >= 0;

    /// <summary>What a body owes to assignments that others lead.</summary>
    private IEnumerable<HoldUp> Contributions(int body, BodyProgress own, CompiledKind kind)
    {
        if (directive.Inputs is not { } inputs)
        {
            yield break;
        }

        if (own.ContributionsAside != 0)
        {
            yield return Held(HoldUpCause.ContributionLaidAside, own.ContributionsAside);
        }

        if (own.ContributionsIgnored != 0)
        {
            yield return Held(HoldUpCause.ContributionIgnored, own.ContributionsIgnored);
        }

        var inHand = inputs.OwedBy(body) & own.Paper
            & ~(own.ContributionsSent | own.ContributionsAside | own.ContributionsIgnored);
        if (inHand != 0 && (kind.Takes(Step.Contribute) || kind.Takes(Step.IssueInput)))
        {
            var (step, since) = NextStep(body, kind, own.HandledAt, Step.Contribute, Step.IssueInput);
            yield return AtStep(body, step == Step.None ? Step.Contribute : step, since, 0) with
            {
                Count = BitOperations.PopCount(inHand),
            };
        }

        HoldUp Held(HoldUpCause cause, uint items) =>
            At(body, Step.Contribute, own.HandledAt, cause, BitOperations.PopCount(items), 0);
    }
}
