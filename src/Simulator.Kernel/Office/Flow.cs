namespace Simulator.Kernel.Office;

/// <summary>
/// The ways of papers through an office: each is a sequence of steps, and what happens at its end is the
/// business of <see cref="OfficeRound"/>.
/// </summary>
internal enum Flow : byte
{
    /// <summary>An incoming directive: register, assign, and draft where a kind always drafts.</summary>
    Handle = 0,

    /// <summary>Its relay: draft, sign, issue.</summary>
    Relay = 1,

    /// <summary>An assignment of the body's own.</summary>
    CarryOut = 2,

    /// <summary>The consolidated report: compile, sign, issue.</summary>
    Report = 3,

    /// <summary>A prompt report: the same steps.</summary>
    PromptReport = 4,

    /// <summary>An incoming report.</summary>
    TakeReport = 5,

    /// <summary>Writing reminders to those who have not reported.</summary>
    Remind = 6,

    /// <summary>An incoming reminder.</summary>
    TakeReminder = 7,

    /// <summary>Asking for approval.</summary>
    Ask = 8,

    /// <summary>An incoming request for approval: register, decide.</summary>
    TakeQuestion = 9,

    /// <summary>An incoming decision.</summary>
    TakeAnswer = 10,

    /// <summary>The same root by another route: registered, then filed.</summary>
    FileAgain = 11,

    /// <summary>An incoming prompt report.</summary>
    TakePromptReport = 12,

    /// <summary>A periodic report: compile the figures, sign, issue. An incoming one is a report like others.</summary>
    PeriodicReport = 13,

    /// <summary>A flash report: the steps of a report.</summary>
    FlashReport = 14,

    /// <summary>An incoming flash report.</summary>
    TakeFlashReport = 15,

    /// <summary>An incoming paper of no directive: register, assign, settle.</summary>
    OtherIn = 19,

    /// <summary>An outgoing paper of no directive: draft, sign, issue.</summary>
    OtherOut = 20,

    /// <summary>Putting a question to whoever issued the paper: an opinion, an approval, somebody else's question.</summary>
    Inquire = 28,

    /// <summary>Assigning, where an opinion may be asked for after registering.</summary>
    Assign = 29,

    /// <summary>An incoming question of which more can become than a yes: register, decide.</summary>
    TakeInquiry = 30,

    /// <summary>Signing and issuing an implementing document, where somebody else might have signed.</summary>
    Sign = 31,

    /// <summary>The same, signed by order (TL.).</summary>
    SignByOrder = 32,

    /// <summary>The same, signed by authorisation (TUQ.).</summary>
    SignByAuthorisation = 33,

    /// <summary>Inspecting one addressee.</summary>
    Inspect = 16,

    /// <summary>An inspection that comes.</summary>
    TakeInspection = 17,

    /// <summary>A contribution to what another body leads: write, dispatch.</summary>
    Contribute = 24,

    /// <summary>An incoming input.</summary>
    TakeInput = 25,

    /// <summary>An incoming copy for information.</summary>
    TakeCopy = 26,

    /// <summary>An incoming recall.</summary>
    TakeRecall = 34,

    /// <summary>The same paper from the same sender once more.</summary>
    TakeDuplicate = 35,

    /// <summary>Asking the sender what a reference means.</summary>
    Clarify = 36,

    /// <summary>Being asked that.</summary>
    TakeClarification = 37,

    /// <summary>A paper that is only registered: it has lost its force, or corrects a slip.</summary>
    FileOnly = 38,

    /// <summary>A correction on its way further down.</summary>
    PassOnCorrection = 39,

    /// <summary>Telling the level above who is silent.</summary>
    Escalate = 40,

    /// <summary>Being told that from below.</summary>
    TakeEscalation = 41,

    /// <summary>Reminding somebody of whom one has been told so.</summary>
    RemindFromAbove = 42,

    /// <summary>What follows registering where a second paper of a directive is taken for a new one.</summary>
    HandleAgain = 48,

    /// <summary>Asking which of two orders is to be obeyed: the step of asking.</summary>
    AskForRuling = 49,

    /// <summary>Being asked that: the steps of an incoming question.</summary>
    Rule = 50,

    /// <summary>An incoming ruling: the step of an incoming answer.</summary>
    TakeRuling = 51,

    /// <summary>A file that a dissolved body has handed over.</summary>
    TakeFile = 52,

    /// <summary>Assigning what such a file brings, where the dissolved body had not: the rest of handling.</summary>
    TakeUp = 53,
}
