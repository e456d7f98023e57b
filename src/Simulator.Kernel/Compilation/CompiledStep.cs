using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Compilation;

/// <summary>A step as a kind of body takes it.</summary>
public sealed class CompiledStep
{
    internal const byte Nobody = 255;

    internal CompiledStep(StepRule rule)
    {
        Step = rule.Step;
        Post = rule.By is { } post ? (byte)post : Nobody;
        SameServer = rule.SameServer;
        PerAddressee = rule.PerAddressee;
        Purpose = PurposeOf(rule.Step);
        Batch = CompiledBatch.Of(rule);
        if (rule.Takes.Count == 0 && rule.Step != Step.CarryOut)
        {
            throw new ModelException($"The step {rule.Step} does not say how long it takes.");
        }

        Takes = rule.Takes.Count == 0 ? [] : new Distribution[5];
        for (var urgency = 0; urgency < Takes.Length; urgency++)
        {
            Takes[urgency] = rule.Takes[Math.Min(urgency, rule.Takes.Count - 1)];
        }
    }

    /// <summary>The same step with papers that it takes another time with.</summary>
    internal CompiledStep(CompiledStep own, Distribution takes)
        : this(own.Step, own.Post, own.Purpose, takes)
    {
        SameServer = own.SameServer;
        Batch = own.Batch;
    }

    /// <summary>A step that a kind takes with papers that no directive has brought.</summary>
    internal CompiledStep(Step step, byte post, Purpose purpose, Distribution takes)
    {
        Step = step;
        Post = post;
        Purpose = purpose;
        Takes = [takes, takes, takes, takes, takes];
    }

    /// <summary>A step that takes the place of another one, with its draws, in somebody else's hands.</summary>
    internal CompiledStep(Step step, byte post, CompiledStep other)
    {
        Step = step;
        Post = post;
        Purpose = other.Purpose;
        Takes = other.Takes;
        Batch = other.Batch;
    }

    /// <summary>Which step.</summary>
    public Step Step { get; }

    /// <summary>Who takes it, or 255: nobody is held up.</summary>
    public byte Post { get; }

    /// <summary>Whether the person of the step before goes on with it.</summary>
    public bool SameServer { get; }

    /// <summary>Working minutes more for each addressee.</summary>
    public double PerAddressee { get; }

    /// <summary>The purpose of its draw.</summary>
    public Purpose Purpose { get; }

    /// <summary>By urgency, routine first; empty for carrying out, where the assignment says it.</summary>
    public Distribution[] Takes { get; }

    /// <summary>The hours that papers for it wait for; <c>null</c>: they wait for none.</summary>
    public CompiledBatch? Batch { get; }

    private static Purpose PurposeOf(Step step) => step switch
    {
        Step.Register => Purpose.Register,
        Step.Assign => Purpose.Assign,
        Step.Draft => Purpose.Draft,
        Step.Sign => Purpose.Sign,
        Step.Issue => Purpose.Issue,
        Step.CarryOut => Purpose.CarryOut,
        Step.Compile => Purpose.Compile,
        Step.SignReport => Purpose.SignReport,
        Step.IssueReport => Purpose.IssueReport,
        Step.RegisterReport => Purpose.RegisterReport,
        Step.RegisterReminder => Purpose.RegisterReminder,
        Step.Remind => Purpose.Remind,
        Step.Ask => Purpose.Ask,
        Step.RegisterQuestion => Purpose.RegisterQuestion,
        Step.Decide => Purpose.Decide,
        Step.RegisterAnswer => Purpose.RegisterAnswer,
        Step.CompileFigures => Purpose.CompileFigures,
        Step.SignFigures => Purpose.SignFigures,
        Step.IssueFigures => Purpose.IssueFigures,
        Step.Inspect => Purpose.Inspect,
        Step.RegisterInspection => Purpose.RegisterInspection,
        Step.Contribute => Purpose.Contribute,
        Step.IssueInput => Purpose.IssueInput,
        Step.RegisterInput or Step.RegisterCopy => Purpose.RegisterInput,
        Step.RegisterRecall => Purpose.RegisterRecall,
        Step.FileDuplicate => Purpose.FileDuplicate,
        Step.Clarify => Purpose.Clarify,
        Step.AnswerClarification => Purpose.Clarify,
        Step.Escalate or Step.RegisterEscalation => Purpose.Escalate,
        _ => throw new ModelException($"There is no draw for the step {step}."),
    };
}
