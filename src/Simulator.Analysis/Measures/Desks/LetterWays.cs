using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// Which step an entry begins, where the entry alone says it: whatever comes is registered, what is registered goes on its
/// way, reports and figures that are begun go from post to post. What becomes of a directive that is assigned depends on
/// conduct, and is not among it.
/// </summary>
internal sealed class LetterWays
{
    private static readonly Step[] _handling = [Step.Register, Step.Assign];
    private static readonly Step[] _report = [Step.Compile, Step.SignReport, Step.IssueReport];
    private static readonly Step[] _figures = [Step.CompileFigures, Step.SignFigures, Step.IssueFigures];
    private static readonly Step[] _question = [Step.RegisterQuestion, Step.Decide];
    private static readonly Step[] _input = [Step.Contribute, Step.IssueInput];
    private readonly RunTrace trace;
    private readonly CompiledModel model;
    private readonly bool[][] takes; // by kind and step

    internal LetterWays(RunTrace trace)
    {
        (this.trace, model) = (trace, trace.Model);
        var steps = Enum.GetValues<Step>();
        takes = [.. model.Kinds.Select(kind => new bool[(int)steps.Max() + 1])];
        for (var kind = 0; kind < takes.Length; kind++)
        {
            foreach (var step in steps)
            {
                takes[kind][(int)step] = model.Kinds[kind].Takes(step);
            }
        }
    }

    /// <summary>Whether such steps are all found by what begins them.</summary>
    internal static bool Knows(Step step) =>
        step is not (Step.Draft or Step.Sign or Step.Issue or Step.CarryOut or Step.Ask or Step.Contribute);

    /// <summary>Whether what waits for such a step is dropped when its paper loses its force.</summary>
    internal static bool EndsWithForce(Step step) =>
        step is Step.Assign or Step.Draft or Step.Ask or Step.Remind or Step.Inspect or Step.CompileFigures or Step.SignFigures
            or Step.IssueFigures or Step.Clarify or Step.IssueInput or Step.Escalate;

    /// <summary>The step that an entry begins at its body; none: it begins none, or it cannot be told.</summary>
    internal Step After(int body, int root, in Entry entry, bool isWithdrawn)
    {
        int kind = model.FactsOf(body).Kind;
        var step = entry.Kind switch
        {
            EntryKind.Arrived => OfPaper(kind, entry),
            EntryKind.StepEnded when isWithdrawn && IsPromptOrFlash(entry) => Step.None,
            EntryKind.StepEnded => Following(kind, body, root, entry),
            EntryKind.TakenForNew => First(kind, [Step.Assign]),
            EntryKind.Unresolved when entry.Item == 1 => Step.Clarify,
            EntryKind.Answered when entry is { Item: Entry.NoItem, What: (byte)Decision.Returned, B: 0 } => Step.Ask,
            EntryKind.Answered or EntryKind.SilencePassed when entry is { Item: Entry.NoItem, B: 0 } => Step.Assign,
            EntryKind.Decided when entry.What == (byte)Decision.PassedUp => Step.Ask,
            EntryKind.Closed when entry is { What: 0, Item: < 2 } && body != trace.IssuerOf(root)
                && model.Directives[root].Flight is not { IsQuiet: true } => First(kind, _report),
            EntryKind.FiguresClosed when entry.What == 0 => First(kind, _figures),
            EntryKind.FollowedUp when entry.What == 0 && entry.A > 0 => Step.Remind,
            _ => Step.None,
        };
        return step != Step.None && takes[kind][(int)step] && !(isWithdrawn && EndsWithForce(step)) ? step : Step.None;
    }

    private Step OfPaper(int kind, in Entry entry) => (PaperClass)entry.What switch
    {
        PaperClass.Directive or PaperClass.Amendment when entry.Route != 0 => Step.Register,
        PaperClass.Directive or PaperClass.Amendment or PaperClass.ClarificationAnswer => First(kind, _handling),
        PaperClass.Report or PaperClass.PromptReport or PaperClass.PeriodicReport or PaperClass.FlashReport => Step.RegisterReport,
        PaperClass.Reminder => Step.RegisterReminder,
        PaperClass.Inspection => Step.RegisterInspection,
        PaperClass.Question or PaperClass.RulingQuestion => First(kind, _question),
        PaperClass.Answer or PaperClass.Ruling => Step.RegisterAnswer,
        PaperClass.Input => Step.RegisterInput,
        PaperClass.InformationCopy => Step.RegisterCopy,
        PaperClass.Recall => Step.RegisterRecall,
        PaperClass.Clarification => Step.AnswerClarification,
        PaperClass.Escalation => Step.RegisterEscalation,
        PaperClass.HandedFile => Step.Register,
        PaperClass.SentOn => (PaperClass)entry.Item switch
        {
            PaperClass.Report => Step.RegisterReport,
            PaperClass.Reminder => Step.RegisterReminder,
            PaperClass.Inspection => Step.RegisterInspection,
            PaperClass.InformationCopy => Step.RegisterCopy,
            _ => Step.None,
        },
        _ => Step.None,
    };

    private Step Following(int kind, int body, int root, in Entry entry) => entry.Step switch
    {
        Step.Register when IsHandled(entry) => First(kind, [Step.Assign]) is var next and not Step.None ? next : DraftOf(kind),
        Step.Assign => DraftOf(kind),
        Step.CarryOut when body != trace.IssuerOf(root) && IsReportedPromptly(root, entry.Item) => First(kind, _report),
        Step.Compile or Step.SignReport => First(kind, _report, entry.Step),
        Step.CompileFigures or Step.SignFigures => First(kind, _figures, entry.Step),
        Step.RegisterQuestion => First(kind, _question, entry.Step),
        Step.Contribute => First(kind, _input, entry.Step),
        _ => Step.None,
    };

    /// <summary>Whether a registration goes on to be assigned: that of a first paper, or of a file that had not been.</summary>
    private bool IsHandled(in Entry registered)
    {
        if (!trace.TryCause(registered, out var came))
        {
            return false;
        }

        return came.What == (byte)PaperClass.HandedFile
            ? trace.TryCause(came, out var handedOver) && handedOver.What == 1
            : registered.Route == 0
                && trace.RootOf(registered).Source.Relation is not { Kind: RelationKind.Corrects };
    }

    private bool IsReportedPromptly(int root, byte item) => model.Directives[root].Source.Assignments[item].PromptReport;

    /// <summary>Whether a step is about a prompt or a flash report, which are not finished when the paper loses its force.</summary>
    private static bool IsPromptOrFlash(in Entry entry) =>
        entry.Step is Step.Compile or Step.SignReport && (entry.Item != Entry.NoItem || entry.B > byte.MaxValue);

    private Step DraftOf(int kind) =>
        model.Source.Kinds[kind].DraftsAlways ? First(kind, [Step.Draft]) : Step.None;

    private Step First(int kind, ReadOnlySpan<Step> way, Step after = Step.None)
    {
        foreach (var step in way)
        {
            if (step > after && takes[kind][(int)step])
            {
                return step;
            }
        }

        return Step.None;
    }
}
