using Simulator.Kernel.Office;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of an office: its posts and its steps.</summary>
internal static class OfficeFormat
{
    /// <summary>The urgency marks, lowest first.</summary>
    public static IReadOnlyList<string> Urgencies { get; } =
        ["routine", "urgent", "very-urgent", "express", "timed-express"];

    /// <summary>The posts of an office.</summary>
    public static IReadOnlyList<string> Posts { get; } = ["clerk", "leadership", "staff"];

    /// <summary>The steps by the names that scenarios use, in the order of office procedure.</summary>
    public static IReadOnlyList<(string Name, Step Step, string Meaning)> Steps { get; } =
    [
        ("register", Step.Register,
            "The clerk registers an incoming directive; unregistered, it binds nobody."),
        ("assign", Step.Assign, "The leadership assigns it."),
        ("draft", Step.Draft, "The staff drafts the implementing document."),
        ("sign", Step.Sign, "The leadership signs it."),
        ("issue", Step.Issue, "The clerk numbers, dates and dispatches it."),
        ("carry-out", Step.CarryOut,
            "Somebody carries out an assignment; how long it takes, the assignment says."),
        ("compile", Step.Compile, "The staff compiles the report."),
        ("sign-report", Step.SignReport, "The leadership signs the report."),
        ("issue-report", Step.IssueReport, "The clerk dispatches the report."),
        ("register-report", Step.RegisterReport, "The clerk registers an incoming report."),
        ("register-reminder", Step.RegisterReminder, "The clerk registers an incoming reminder."),
        ("remind", Step.Remind, "The staff of the superior writes a reminder."),
        ("ask", Step.Ask, "The staff writes a request for approval."),
        ("register-question", Step.RegisterQuestion, "The clerk registers an incoming request for approval."),
        ("decide", Step.Decide, "The leadership of the superior decides on it."),
        ("register-answer", Step.RegisterAnswer, "The clerk registers the decision."),
        ("compile-figures", Step.CompileFigures, "The staff compiles the figures of a periodic report."),
        ("sign-figures", Step.SignFigures, "The leadership signs them."),
        ("issue-figures", Step.IssueFigures, "The clerk dispatches them."),
        ("inspect", Step.Inspect, "The staff of the superior inspects one addressee."),
        ("register-inspection", Step.RegisterInspection, "The clerk of the inspected body registers it."),
        ("contribute", Step.Contribute, "The staff of a coordinating body writes its input to what another leads."),
        ("issue-input", Step.IssueInput, "The clerk dispatches it."),
        ("register-input", Step.RegisterInput, "The clerk of the lead registers an incoming input."),
        ("register-copy", Step.RegisterCopy, "The clerk registers a copy for information."),
        ("register-recall", Step.RegisterRecall, "The clerk registers a recall, answers it and hands it on."),
        ("file-duplicate", Step.FileDuplicate, "The clerk files a paper that is here already."),
        ("clarify", Step.Clarify, "The clerk asks the sender which older paper is meant."),
        ("escalate", Step.Escalate, "The staff writes to the level above who is silent in spite of reminders."),
        ("register-escalation", Step.RegisterEscalation, "The clerk there registers that."),
        ("answer-clarification", Step.AnswerClarification, "The sender's clerk says it."),
    ];

    /// <summary>Says where the numbers beside it come from.</summary>
    public static Key Source { get; } = new(
        "source", Scalars.Text, "Where the numbers beside it come from; `assumed` if from nowhere.")
    {
        Example = "Decree 30/2020/NĐ-CP, Article 18",
    };

    /// <summary>The people of one post.</summary>
    public static RecordShape Post { get; } = new("post",
    [
        new("heads", Scalars.Whole(1, Resource.MostHeads), "How many people; part time is a calendar.")
        {
            IsRequired = true,
            Example = "2",
        },
        new("calendar", Scalars.Id, "When they work.")
        {
            Default = "always",
            Example = "office-hours",
        },
        new("piercing", Scalars.Id,
            "The calendar that holds in addition for urgent papers; `none` takes an inherited one away.")
        {
            Default = "none",
            Example = "duty-hours",
        },
        new("pierces-from", new WordShape([.. Urgencies]), "The lowest urgency that pierces.")
        {
            Default = "express",
            Example = "very-urgent",
        },
        new("attention", LoadFormat.Attention, "Which paper is taken up first.")
        {
            Default = "urgency-first",
            Example = "first-come",
        },
        .. DeskFormat.OfPost,
        Source,
    ]);

    private static RecordShape Takes { get; } = new(
        "takes",
        [.. Urgencies.Select((urgency, i) =>
            new Key(urgency, Scalars.AnyLaw, $"How long it takes for a paper marked {urgency}.")
        {
            IsRequired = i == 0,
            Default = i == 0 ? null : $"as `{Urgencies[i - 1]}`",
            Example = "pert 1wh 2wh 6wh",
        })]);

    private static RecordShape StepRecord { get; } = new("step",
    [
        new("by", new WordShape([.. Posts, "nobody"]), "Who does it; what nobody does takes elapsed time.")
        {
            IsRequired = true,
            Example = "clerk",
        },
        new("takes", new EitherShape { Scalar = Scalars.AnyLaw, Map = Takes },
            "How long it takes, one law or one by urgency.")
        {
            Example = "pert 5wm 10wm 30wm",
        },
        new("per-addressee", Scalars.Working, "How much longer for each addressee; only for `issue`.")
        {
            Default = "0wm",
            Example = "1wm",
        },
        new("same-server", new WordShape("true", "false"),
            "Whether who did the step before keeps the paper and goes on with this one.")
        {
            Default = "false",
            Example = "true",
        },
        .. DeskFormat.OfStep,
        Source,
    ]);

    /// <summary>The steps of a kind.</summary>
    public static RecordShape StepsRecord { get; } = new(
        "steps",
        [.. Steps.Select(step => new Key(
            step.Name, new EitherShape { Scalar = new WordShape("none"), Map = StepRecord }, step.Meaning)
        {
            Default = "no such step",
            Example = step.Step == Step.CarryOut ? "{ by: staff }" : "{ by: clerk, takes: 10wm }",
        })]);
}
