using System.Numerics;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>The hold-ups that are papers before a post, for whoever counts papers and not who waits for them.</summary>
internal sealed partial class HoldUpFinder
{
    internal IEnumerable<HoldUp> AtDesks()
    {
        countsBelow = false;
        foreach (var body in directive.Reach)
        {
            if (progress.GetValueOrDefault(body) is { ArrivedAt: >= 0 } own)
            {
                foreach (var holdUp in InPlace(own, Of(body, own)).Where(IsAtDesk))
                {
                    yield return holdUp;
                }
            }
        }

        if (progress.GetValueOrDefault(trace.IssuerOf(root)) is { ClosedAt: < 0, IssuedAt: >= 0 } issuer)
        {
            foreach (var holdUp in InPlace(issuer, OwnWork(issuer.Body, issuer)).Where(IsAtDesk))
            {
                yield return holdUp;
            }
        }
    }

    private HoldUp Open(int body, BodyProgress own, int since, uint open)
    {
        var asking = body == directive.Issuer ? 0 : open & directive.NeedsApproval;
        asking &= model.FollowsQuestions ? ~own.Approved : ~Answered(body);
        return asking != 0 && model.FollowsQuestions
            ? AtStep(body, Step.Ask, since, 0) with { Count = BitOperations.PopCount(asking) }
            : asking != 0
            ? At(body, Step.Ask, since, HoldUpCause.AwaitsApproval, BitOperations.PopCount(asking), 0) with
            {
                Whom = own.PaperFrom,
            }
            : AtStep(body, Step.CarryOut, since, 0) with { Count = BitOperations.PopCount(open) };
    }

    /// <summary>What is to be asked about, where nobody has asked yet, and what is to be carried out.</summary>
    private IEnumerable<HoldUp> OpenAtDesks(int body, BodyProgress own, int since, uint open)
    {
        var asking = body == directive.Issuer ? 0 : open & directive.NeedsApproval;
        asking &= model.FollowsQuestions ? ~own.Approved : ~Answered(body);
        var (asked, begun) = Begun(body);
        var toAsk = asking & ~asked;
        foreach (var (step, items) in new[] { (Step.Ask, toAsk), (Step.CarryOut, open & ~asking) })
        {
            for (var left = items; left != 0; left &= left - 1)
            {
                var item = BitOperations.TrailingZeroCount(left);
                yield return AtStep(body, step, Math.Max(since, begun.GetValueOrDefault((byte)item, -1)), 0);
            }
        }
    }

    /// <summary>The assignments that have been asked about, and when each was last set going after it was assigned.</summary>
    private (uint Asked, Dictionary<byte, int> Begun) Begun(int body)
    {
        var (asked, begun) = (0U, new Dictionary<byte, int>());
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Root != directive.ShortHash || entry.Item == Entry.NoItem || entry.Tick > at)
            {
                continue;
            }

            if (entry is { Kind: EntryKind.StepEnded, Step: Step.Ask })
            {
                asked |= 1U << entry.Item;
            }
            else if (entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterAnswer } || entry.Kind is EntryKind.Resumed
                or EntryKind.Answered or EntryKind.SilencePassed or EntryKind.InputsEnded or EntryKind.RulingTaken)
            {
                begun[entry.Item] = entry.Tick;
            }
        }

        return (asked, begun);
    }

    private static bool IsAtDesk(HoldUp holdUp) => holdUp.Cause is HoldUpCause.AtStep or HoldUpCause.OffHours;
}
