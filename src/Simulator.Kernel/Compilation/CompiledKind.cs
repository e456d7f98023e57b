using Simulator.Kernel.Conduct;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// A kind of body as sequences of the steps that it has. A step that the kind leaves out is not there to
/// be skipped.
/// </summary>
public sealed class CompiledKind
{
    private static readonly Step[][] Ways = WaysOf();

    /// <param name="kind">As declared.</param>
    /// <param name="calendars">The working calendars by name.</param>
    /// <param name="followsContent">Whether the model follows content.</param>
    internal CompiledKind(
        BodyKind kind, IReadOnlyDictionary<string, CalendarRule> calendars, bool followsContent)
    {
        Id = kind.Id;
        Line = kind.Line;
        FollowUp = kind.FollowUp;
        ByTerm = kind.Numbers == NumberSeries.ByTerm;
        Relay = kind.Relay;
        Reporting = CompiledReporting.Of(kind.Reporting);
        Content = followsContent ? new CompiledContent(kind) : null;
        Load = CompiledLoad.Of(kind, calendars);
        Questions = CompiledQuestions.Of(kind.Questions);
        Signing = CompiledSigning.Of(kind.Signing);
        OnConflict = kind.OnConflict;
        RulesFor = kind.RulesFor is not { Obeys: ConflictChoice.Wait }
            ? kind.RulesFor
            : throw new ModelException($"The kind '{Id}' rules for one of two orders: it cannot wait.");
        Flows = new CompiledStep[Ways.Length][];
        var steps = kind.Steps.ToDictionary(rule => rule.Step, rule => new CompiledStep(rule));
        for (var flow = 0; flow < Ways.Length; flow++)
        {
            Flows[flow] = Load is not null && (Flow)flow is Flow.OtherIn or Flow.OtherOut
                ? [.. CompiledLoad.WayOf(kind.Load!, (Flow)flow, steps)]
                : [.. WayOf(kind, (Flow)flow).Where(steps.ContainsKey).Select(step => steps[step])];
            RefuseToGoOnElsewhere(Flows[flow]);
        }

        if (Questions is { Opinion: > 0 })
        {
            PartAssigning();
        }

        Signing?.AddWays(Flows);
    }

    /// <summary>The kind's id.</summary>
    public string Id { get; }

    /// <summary>Its line of command.</summary>
    public string Line { get; }

    /// <summary>How it follows up; <c>null</c>: it does not.</summary>
    public FollowUpRule? FollowUp { get; }

    /// <summary>The other papers of the day; <c>null</c>: it has none.</summary>
    public CompiledLoad? Load { get; }

    /// <summary>The form of its relay.</summary>
    public RelayForm Relay { get; }

    /// <summary>How true its figures are; <c>null</c>: as it knows them.</summary>
    public CompiledReporting? Reporting { get; }

    /// <summary>Whether its papers are numbered by term, not by year.</summary>
    public bool ByTerm { get; }

    /// <summary>The step that ends the handling of a directive; none: it ends where it begins.</summary>
    public Step HandlingEnds =>
        Flows[(int)Flow.Assign] is [.., var assigned] ? assigned.Step
        : Flows[(int)Flow.Handle] is [.., var last] ? last.Step
        : Step.None;

    /// <summary>How it asks, and what it does when asked; <c>null</c>: nothing is said of it.</summary>
    public CompiledQuestions? Questions { get; }

    /// <summary>Who signs instead of the leadership; <c>null</c>: nobody.</summary>
    public CompiledSigning? Signing { get; }

    /// <summary>Whom it obeys where two superiors ask for what excludes each other; <c>null</c>: it does both.</summary>
    public ConflictRule? OnConflict { get; }

    /// <summary>For which of two orders it rules; <c>null</c>: for the newest.</summary>
    public ConflictRule? RulesFor { get; }

    /// <summary>What becomes of content in its hands; <c>null</c>: the model does not follow content.</summary>
    internal CompiledContent? Content { get; }

    internal CompiledStep[][] Flows { get; }

    /// <summary>Whether it takes a step anywhere.</summary>
    public bool Takes(Step step) => Flows.Any(flow => flow.Any(taken => taken.Step == step));

    /// <summary>Where an opinion may be asked for after registering, what follows is a way of its own.</summary>
    private void PartAssigning()
    {
        var way = Flows[(int)Flow.Handle];
        var place = Array.FindIndex(way, step => step.Step == Step.Assign);
        if (place < 0 || way[place].SameServer)
        {
            throw new ModelException(
                $"The kind '{Id}' asks for opinions between registering and assigning: it must assign, and not "
                + "with the person who registers.");
        }

        Flows[(int)Flow.Handle] = way[..place];
        Flows[(int)Flow.Assign] = way[place..];
    }

    /// <summary>Who keeps a paper keeps it in his own post, or he would never be free again.</summary>
    private void RefuseToGoOnElsewhere(CompiledStep[] steps)
    {
        for (var place = 1; place < steps.Length; place++)
        {
            var (before, step) = (steps[place - 1], steps[place]);
            if (step.SameServer && (step.Post != before.Post || step.Post == CompiledStep.Nobody))
            {
                throw new ModelException(
                    $"In the kind '{Id}' whoever does {before.Step} is to go on with {step.Step}, "
                    + "which another post does, or nobody: give both to one post.");
            }
        }
    }

    private static IEnumerable<Step> WayOf(BodyKind kind, Flow flow)
    {
        var way = Ways[(int)flow].AsEnumerable();
        if (flow is Flow.Handle or Flow.HandleAgain or Flow.TakeUp && kind.DraftsAlways)
        {
            way = way.Append(Step.Draft);
        }

        if (flow == Flow.Relay && (kind.DraftsAlways || kind.Relay == RelayForm.CoverLetter))
        {
            way = way.Where(step => step != Step.Draft);
        }

        return way;
    }

    private static Step[][] WaysOf()
    {
        var ways = new Step[(int)Enum.GetValues<Flow>().Max() + 1][];
        Array.Fill(ways, []);
        ways[(int)Flow.Handle] = [Step.Register, Step.Assign];
        ways[(int)Flow.Relay] = [Step.Draft, Step.Sign, Step.Issue];
        ways[(int)Flow.CarryOut] = [Step.CarryOut];
        ways[(int)Flow.Report] = [Step.Compile, Step.SignReport, Step.IssueReport];
        ways[(int)Flow.PromptReport] = ways[(int)Flow.Report];
        ways[(int)Flow.TakeReport] = [Step.RegisterReport];
        ways[(int)Flow.TakePromptReport] = ways[(int)Flow.TakeReport];
        ways[(int)Flow.Remind] = [Step.Remind];
        ways[(int)Flow.TakeReminder] = [Step.RegisterReminder];
        ways[(int)Flow.Ask] = [Step.Ask];
        ways[(int)Flow.TakeQuestion] = [Step.RegisterQuestion, Step.Decide];
        ways[(int)Flow.TakeAnswer] = [Step.RegisterAnswer];
        ways[(int)Flow.Inquire] = ways[(int)Flow.Ask];
        ways[(int)Flow.TakeInquiry] = ways[(int)Flow.TakeQuestion];
        ways[(int)Flow.FileAgain] = [Step.Register];
        ways[(int)Flow.FlashReport] = ways[(int)Flow.Report];
        ways[(int)Flow.TakeFlashReport] = ways[(int)Flow.TakeReport];
        ways[(int)Flow.PeriodicReport] = [Step.CompileFigures, Step.SignFigures, Step.IssueFigures];
        ways[(int)Flow.Inspect] = [Step.Inspect];
        ways[(int)Flow.TakeInspection] = [Step.RegisterInspection];
        ways[(int)Flow.Contribute] = [Step.Contribute, Step.IssueInput];
        ways[(int)Flow.TakeInput] = [Step.RegisterInput];
        ways[(int)Flow.TakeCopy] = [Step.RegisterCopy];
        ways[(int)Flow.TakeRecall] = [Step.RegisterRecall];
        ways[(int)Flow.TakeDuplicate] = [Step.FileDuplicate];
        ways[(int)Flow.Clarify] = [Step.Clarify];
        ways[(int)Flow.TakeClarification] = [Step.AnswerClarification];
        ways[(int)Flow.FileOnly] = [Step.Register];
        ways[(int)Flow.PassOnCorrection] = [Step.Issue];
        ways[(int)Flow.Escalate] = [Step.Escalate];
        ways[(int)Flow.TakeEscalation] = [Step.RegisterEscalation];
        ways[(int)Flow.RemindFromAbove] = [Step.Remind];
        ways[(int)Flow.HandleAgain] = [Step.Assign];
        ways[(int)Flow.AskForRuling] = ways[(int)Flow.Ask];
        ways[(int)Flow.Rule] = ways[(int)Flow.TakeQuestion];
        ways[(int)Flow.TakeRuling] = ways[(int)Flow.TakeAnswer];
        ways[(int)Flow.TakeFile] = [Step.Register];
        ways[(int)Flow.TakeUp] = [Step.Assign];
        return ways;
    }
}
