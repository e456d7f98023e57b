using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Rulings on two orders: which entry is about which, and to whom the papers go.</summary>
internal sealed partial class Evidence
{
    /// <summary>The entry that names the two assignments on which a ruling is asked or given; <c>null</c>: on none.</summary>
    public Entry? RulingAbout(Entry entry)
    {
        if (!Model.WaitsForRulings)
        {
            return null;
        }

        return entry switch
        {
            { Kind: EntryKind.RulingAsked or EntryKind.Ruled } => entry,
            { Kind: EntryKind.Arrived, What: (byte)PaperClass.RulingQuestion or (byte)PaperClass.Ruling } => entry,
            { Kind: EntryKind.Lost, What: (byte)PaperClass.RulingQuestion or (byte)PaperClass.Ruling } => CauseOf(entry),
            { Kind: EntryKind.DelayedByLoad } => null,
            { Step: Step.Ask } when DossierOf(entry).FirstOrDefault(each => each.Kind == EntryKind.RulingAsked
                && each.CauseSequence == entry.Sequence) is { Kind: EntryKind.RulingAsked } asked => asked,
            { Step: Step.RegisterQuestion or Step.Decide or Step.RegisterAnswer } when ArrivalOf(entry) is
            { What: (byte)PaperClass.RulingQuestion or (byte)PaperClass.Ruling } arrival => arrival,
            _ => null,
        };
    }

    /// <summary>The occurrence of the draws about a ruling, from the entry that names the two assignments.</summary>
    public uint RulingKeyOf(in Entry about)
    {
        var (hash, item) = (about.A, about.B & 255);
        var other = Model.Directives.First(each => each.ShortHash >> 8 == hash);
        return (uint)(Draw.Mix(other.Hash ^ other.AssignmentHash[item]) >> 48);
    }

    /// <summary>To whom a question goes that asks for a ruling, or a ruling; -1: to nobody that could be.</summary>
    public int RulingGoesTo(in Entry sent)
    {
        if (sent.Kind == EntryKind.Ruled)
        {
            return QuestionOf(sent) is { } question ? IndexOf(question.CauseBody) : -1;
        }

        var hash = sent.A;
        var other = Model.Directives.First(each => each.ShortHash >> 8 == hash);
        return Rulings.RulerOf(
            Model, IndexOf(sent.Body), SenderOf(sent.Body, sent.Root), SenderOf(sent.Body, other.ShortHash));
    }

    /// <summary>The arrival of the question that a ruling is about; <c>null</c>: it is about none.</summary>
    public Entry? QuestionOf(in Entry ruled) =>
        CauseOf(ruled) is { } end && ArrivalOf(end) is { What: (byte)PaperClass.RulingQuestion } arrival ? arrival : null;

    /// <summary>Since when an assignment has waited on which a ruling is taken in.</summary>
    public Entry? AwaitedBefore(Entry taken)
    {
        var awaited = DossierOf(taken).LastOrDefault(each => each.Kind == EntryKind.RulingAwaited
            && each.Item == taken.Item && each.Sequence < taken.Sequence);
        return awaited.Kind == EntryKind.None ? null : awaited;
    }

    private int SenderOf(ulong body, uint root)
    {
        var paper = Dossiers[(body, root, 0)].FirstOrDefault(entry => entry.BringsDirective);
        return paper.Kind == EntryKind.None ? -1 : IndexOf(paper.CauseBody);
    }
}
