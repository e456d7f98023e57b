using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Of two orders on which a ruling is asked neither is begun before it; it comes from whom it was asked of, for the one
/// that his rule says, and is the last word about the other.
/// </summary>
internal sealed class RulingChecker : IChecker
{
    private const int InHand = 256;
    private const int OtherObeyed = 512;

    public IEnumerable<string> Complaints(Evidence evidence)
    {
        if (!evidence.Model.WaitsForRulings)
        {
            return [];
        }

        return [.. Waits(evidence), .. Rulings(evidence), .. Ends(evidence)];
    }

    /// <summary>A conflict of those who wait lays both aside that are not in hand; what lies so is not begun.</summary>
    private static IEnumerable<string> Waits(Evidence evidence)
    {
        foreach (var found in evidence.Of(EntryKind.ConflictFound).Where(each => each.What == (byte)ConflictChoice.Wait))
        {
            var aside = evidence.Of(EntryKind.RulingAwaited).Count(each => each.Body == found.Body && each.Tick == found.Tick
                && each.Sequence > found.Sequence && each.Sequence <= found.Sequence + 2
                && ((each.Root, each.Item, each.A, each.B) == (found.Root, found.Item, found.A, found.B & 255)
                    || (each.A, each.B, each.Item) == ((int)(found.Root >> 8), found.Item, found.B & 255)));
            if (aside != ((found.B & InHand) != 0 ? 1 : 2))
            {
                yield return $"{aside} were laid aside: {evidence.InWords(found)}";
            }
        }

        foreach (var awaited in evidence.Of(EntryKind.RulingAwaited))
        {
            var later = evidence.DossierOf(awaited)
                .Where(each => each.Sequence > awaited.Sequence && each.Item == awaited.Item).ToList();
            var taken = later.FirstOrDefault(each => each.Kind == EntryKind.RulingTaken);
            foreach (var work in later.Where(each => each is { Kind: EntryKind.StepEnded, Step: Step.CarryOut }
                && (taken.Kind == EntryKind.None || each.Sequence < taken.Sequence || each.Started < taken.Tick)))
            {
                yield return $"it waited for a ruling: {evidence.InWords(work)}";
            }
        }
    }

    private static IEnumerable<string> Rulings(Evidence evidence)
    {
        foreach (var ruled in evidence.Of(EntryKind.Ruled))
        {
            if (evidence.QuestionOf(ruled) is not { } question
                || (question.Item, question.A, question.B & 255) != (ruled.Item, ruled.A, ruled.B & 255)
                || ConflictChecker.OtherOf(evidence, ruled) is not { } other)
            {
                yield return $"nobody asked for it: {evidence.InWords(ruled)}";
                continue;
            }

            var kind = evidence.Model.Bodies[evidence.IndexOf(ruled.Body)].Kind;
            var rule = evidence.ModelAt(ruled.Tick).Source.Kinds.First(each => each.Id == kind).RulesFor
                ?? new ConflictRule { Obeys = ConflictChoice.Newest };
            var asked = ruled with { Body = question.CauseBody };
            if ((byte)rule.Obeys != ruled.What
                || ((ruled.B & OtherObeyed) != 0) != ConflictChecker.ObeysOther(evidence, asked, other, rule))
            {
                yield return $"the rule is another: {evidence.InWords(ruled)}";
            }
        }
    }

    private static IEnumerable<string> Ends(Evidence evidence)
    {
        var dropped = evidence.Of(EntryKind.GaveWay).ToLookup(entry => (entry.CauseBody, entry.CauseSequence));
        foreach (var taken in evidence.Of(EntryKind.RulingTaken))
        {
            if (evidence.AwaitedBefore(taken) is not { } awaited || (awaited.A, awaited.B) != (taken.A, taken.B & 255)
                || !IsAsRuled(evidence, taken))
            {
                yield return $"it was not ruled so: {evidence.InWords(taken)}";
            }

            var gave = dropped[(taken.Body, taken.Sequence)].Count(each => each.Root == taken.Root && each.Item == taken.Item);
            if (gave != ((taken.B & OtherObeyed) != 0 ? 1 : 0))
            {
                yield return $"{gave} gave way: {evidence.InWords(taken)}";
            }
        }
    }

    /// <summary>As the paper says that came from whom was asked; from the other's side, as what was taken in with it.</summary>
    private static bool IsAsRuled(Evidence evidence, Entry taken)
    {
        if (evidence.CauseOf(taken) is not { } cause)
        {
            return false;
        }

        if (cause.Kind == EntryKind.RulingTaken)
        {
            return cause.Root >> 8 == taken.A && taken.Root >> 8 == cause.A && ((cause.B ^ taken.B) & OtherObeyed) != 0;
        }

        return evidence.ArrivalOf(cause) is { What: (byte)PaperClass.Ruling } paper
            && (paper.Item, paper.A, paper.B) == (taken.Item, taken.A, taken.B)
            && evidence.DossierOf(taken).Any(each => each.Kind == EntryKind.RulingAsked && each.Sequence < taken.Sequence
                && (each.Item, each.A) == (taken.Item, taken.A)
                && evidence.RulingGoesTo(each) == evidence.IndexOf(paper.CauseBody));
    }
}
