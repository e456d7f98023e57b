using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Questions, where more can become of them than a yes: which entry is about which question.</summary>
internal sealed partial class Evidence
{
    /// <summary>The occurrence of the draws about the question that an entry is about; 0: it is about none.</summary>
    public uint KeyOf(in Entry entry)
    {
        if (RulingAbout(entry) is { } ruling)
        {
            return RulingKeyOf(ruling);
        }

        if (!Model.FollowsQuestions)
        {
            return 0;
        }

        var (body, sequence) = (entry.Body, entry.Sequence);
        return entry switch
        {
            { Kind: EntryKind.Asked } or { Kind: EntryKind.Arrived, What: (byte)PaperClass.Question } => (uint)entry.B,
            { Kind: EntryKind.Arrived, What: (byte)PaperClass.Answer } => (uint)(AskedAs(entry)?.B ?? 0),
            { Step: Step.Ask } => (uint)DossierOf(entry).FirstOrDefault(
                each => each.Kind == EntryKind.Asked && each.CauseSequence == sequence).B,
            { Step: Step.RegisterQuestion or Step.Decide or Step.RegisterAnswer } =>
                ArrivalOf(entry) is { } arrival ? KeyOf(arrival) : 0,
            { Kind: EntryKind.Decided or EntryKind.Answered or EntryKind.SilencePassed } =>
                AskedBy(entry) is { } question ? (uint)question.B : 0,
            { Kind: EntryKind.Lost, What: (byte)PaperClass.Question or (byte)PaperClass.Answer } =>
                CauseOf(entry) is { } cause ? KeyOf(cause) : 0,
            _ => 0,
        };
    }

    /// <summary>The newest entry by which a body asked the question that an answer, or silence, is about.</summary>
    public Entry? AskedAs(in Entry entry)
    {
        var (number, before) = (entry.A, entry.Sequence);
        var asked = DossierOf(entry).LastOrDefault(
            each => each.Kind == EntryKind.Asked && each.A == number && each.Sequence < before);
        return asked.Kind == EntryKind.None ? null : asked;
    }

    /// <summary>
    /// The arrival of the question that is answered by a decision, or by an answer or silence here on what was
    /// passed up.
    /// </summary>
    public Entry? AskedBy(in Entry entry)
    {
        if (entry.Kind == EntryKind.Decided)
        {
            return CauseOf(entry) is { } end ? ArrivalOf(end) : null;
        }

        var number = entry.A;
        var first = DossierOf(entry).FirstOrDefault(each => each.Kind == EntryKind.Asked && each.A == number);
        return first is { Kind: EntryKind.Asked, What: 1 } && CauseOf(first) is { } cause
            && (cause.Step == Step.Ask ? CauseOf(cause) : cause) is { Kind: EntryKind.Decided } passed
            ? AskedBy(passed)
            : null;
    }

    /// <summary>Whether a question that is written, comes or is answered is one that its sender has passed up.</summary>
    public bool IsPassedUp(in Entry entry)
    {
        var sequence = entry.Sequence;
        return entry switch
        {
            { Step: Step.Ask } => DossierOf(entry).Any(
                each => each is { Kind: EntryKind.Asked, What: 1 } && each.CauseSequence == sequence),
            { Kind: EntryKind.Arrived, What: (byte)PaperClass.Question } =>
                CauseOf(entry) is { Kind: EntryKind.Asked, What: 1 },
            { Kind: EntryKind.Arrived, What: (byte)PaperClass.Answer } => AskedAs(entry) is { What: 1 },
            _ => false,
        };
    }

    /// <summary>Whether an entry sends an answer down.</summary>
    public static bool SendsAnswer(in Entry entry) => entry.Kind switch
    {
        EntryKind.Decided => entry.What != (byte)Decision.PassedUp,
        EntryKind.Answered => entry is { B: 2, What: not (byte)Decision.Returned },
        EntryKind.SilencePassed => entry.B == 2,
        _ => false,
    };

    /// <summary>Whether an entry refuses the body an assignment of its own.</summary>
    public static bool Refuses(in Entry entry) =>
        entry is { Kind: EntryKind.SilencePassed or EntryKind.Answered, What: (byte)Decision.Refusal, B: 0 };

    /// <summary>What silence means to a body that has asked, as declared; <c>null</c>: nothing.</summary>
    public SilenceRule? SilenceOf(in Entry asked) =>
        (asked.Item == Entry.NoItem ? null : DirectiveOf(asked).Source.Assignments[asked.Item].Silence)
        ?? KindOf(asked.Body).Questions?.Silence;
}
