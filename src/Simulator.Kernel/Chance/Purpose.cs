namespace Simulator.Kernel.Chance;

/// <summary>
/// What a draw is for. The purpose is part of every draw's key, so that a body that, say, reminds once more
/// does not shift the durations of its drafting. The numbers are part of the meaning of a seed: a number is
/// never changed and never given to another purpose, and new purposes get new numbers.
/// </summary>
public enum Purpose : byte
{
    /// <summary>How long the records clerk takes to register a directive.</summary>
    Register = 1,

    /// <summary>How long leadership takes to assign it.</summary>
    Assign = 2,

    /// <summary>How long staff take to draft the implementing document.</summary>
    Draft = 3,

    /// <summary>How long leadership takes to sign it.</summary>
    Sign = 4,

    /// <summary>How long the clerk takes to number, date and dispatch it.</summary>
    Issue = 5,

    /// <summary>How long an assignment takes to carry out.</summary>
    CarryOut = 6,

    /// <summary>How long staff take to compile a report.</summary>
    Compile = 7,

    /// <summary>How long leadership takes to sign a report.</summary>
    SignReport = 8,

    /// <summary>How long the clerk takes to dispatch a report.</summary>
    IssueReport = 9,

    /// <summary>How long the clerk takes to register a report that came in.</summary>
    RegisterReport = 10,

    /// <summary>How long the clerk takes to register a reminder that came in.</summary>
    RegisterReminder = 11,

    /// <summary>How long staff take to write a reminder.</summary>
    Remind = 12,

    /// <summary>Whether a body is willing to comply.</summary>
    Willingness = 13,

    /// <summary>What becomes of an assignment: done, partly done, stalled, ignored.</summary>
    Outcome = 14,

    /// <summary>How long a directive travels.</summary>
    Travel = 15,

    /// <summary>Whether a directive is lost on its way.</summary>
    Loss = 16,

    /// <summary>How long a report travels.</summary>
    TravelReport = 17,

    /// <summary>Whether a report is lost on its way.</summary>
    LossReport = 18,

    /// <summary>How long a reminder travels.</summary>
    TravelReminder = 19,

    /// <summary>Whether a reminder is lost on its way.</summary>
    LossReminder = 20,

    /// <summary>Whether, or for how long, a body asks its superior for an opinion.</summary>
    Ask = 21,

    /// <summary>How long the superior takes to decide on a question.</summary>
    Decide = 22,

    /// <summary>How long a question travels.</summary>
    TravelQuestion = 23,

    /// <summary>How long an answer travels.</summary>
    TravelAnswer = 24,

    /// <summary>How long the clerk takes to file a directive that came by a second route.</summary>
    FileDuplicate = 25,

    /// <summary>How long the clerk takes to register a question that came in.</summary>
    RegisterQuestion = 26,

    /// <summary>How long the clerk takes to register an answer that came in.</summary>
    RegisterAnswer = 27,

    /// <summary>The other papers of the day.</summary>
    Load = 28,

    /// <summary>Whether or when a body's attention falls on a paper.</summary>
    Attention = 29,

    /// <summary>Whether a question is lost on its way.</summary>
    LossQuestion = 30,

    /// <summary>Whether an answer is lost on its way.</summary>
    LossAnswer = 31,

    /// <summary>Whether an assignment is left out of a document that implements a directive.</summary>
    AssignmentLoss = 32,

    /// <summary>Whether an assignment comes to mean something else there.</summary>
    Distortion = 33,

    /// <summary>Whether a local assignment is added there.</summary>
    Addition = 34,

    /// <summary>Whether the wording becomes concrete there.</summary>
    Concretising = 35,

    /// <summary>Whether a copy of a cover letter goes without its attachment.</summary>
    AttachmentLoss = 36,

    /// <summary>Whether a reminder gets going what lies aside.</summary>
    Heeding = 40,

    /// <summary>Whether a body is willing to relay.</summary>
    RelayWillingness = 41,

    /// <summary>How long an inspection is under way.</summary>
    TravelInspection = 42,

    /// <summary>Whether an inspection is lost on its way.</summary>
    LossInspection = 43,

    /// <summary>How long staff take to inspect an addressee.</summary>
    Inspect = 44,

    /// <summary>How long the clerk takes to register an inspection.</summary>
    RegisterInspection = 45,

    /// <summary>Whether a body that has not complied claims that it has.</summary>
    ClaimItself = 48,

    /// <summary>Whether the number of a report is misread.</summary>
    Err = 49,

    /// <summary>By how much it is misread.</summary>
    ErrorSize = 50,

    /// <summary>How long staff take to compile periodic figures.</summary>
    CompileFigures = 51,

    /// <summary>How long leadership takes to sign them.</summary>
    SignFigures = 52,

    /// <summary>How long the clerk takes to dispatch them.</summary>
    IssueFigures = 53,

    /// <summary>How long a periodic report travels.</summary>
    TravelFigures = 54,

    /// <summary>Whether a periodic report is lost on its way.</summary>
    LossFigures = 55,

    /// <summary>How long staff take to settle a paper of no directive.</summary>
    Settle = 56,

    /// <summary>Whether a paper of no directive is marked urgent.</summary>
    LoadUrgency = 57,

    /// <summary>How long a person stays at work until he is away.</summary>
    AtWork = 60,

    /// <summary>How long a person is away.</summary>
    Absence = 61,

    /// <summary>Whether a coordinating body is willing to contribute.</summary>
    Contributing = 64,

    /// <summary>How long staff take to write a contribution.</summary>
    Contribute = 65,

    /// <summary>How long the clerk takes to dispatch it.</summary>
    IssueInput = 66,

    /// <summary>How long the clerk takes to register an input or a copy for information that came in.</summary>
    RegisterInput = 67,

    /// <summary>How long an input or a copy for information travels.</summary>
    TravelInput = 68,

    /// <summary>Whether an input or a copy for information is lost on its way.</summary>
    LossInput = 69,

    /// <summary>Whether the leadership asks for an opinion before it assigns.</summary>
    AskOpinion = 72,

    /// <summary>Whether a question is sent back for clarification.</summary>
    ReturnQuestion = 73,

    /// <summary>Whether a question is passed up.</summary>
    PassUp = 74,

    /// <summary>Whether what is to be approved is refused.</summary>
    Refuse = 75,

    /// <summary>Whether a document is one that is signed by order.</summary>
    SignByOrder = 76,

    /// <summary>Whether one that finds nobody of the leadership is signed by authorisation.</summary>
    SignByAuthorisation = 77,

    /// <summary>How long a recall travels.</summary>
    TravelRecall = 80,

    /// <summary>Whether a recall is lost on its way.</summary>
    LossRecall = 81,

    /// <summary>How long the answer to a recall travels.</summary>
    TravelRecallAnswer = 82,

    /// <summary>Whether the answer to a recall is lost on its way.</summary>
    LossRecallAnswer = 83,

    /// <summary>How long the clerk takes to register a recall and hand it on.</summary>
    RegisterRecall = 84,

    /// <summary>Whether a copy is sent a second time.</summary>
    Duplicate = 85,

    /// <summary>Whether the reference in a copy is mistyped.</summary>
    Mistyping = 86,

    /// <summary>How long a clerk takes to ask what a reference means, and how long the sender's takes to say it.</summary>
    Clarify = 87,

    /// <summary>Whether an addressee is among those that are inspected at random.</summary>
    ChosenForInspection = 88,

    /// <summary>How long staff take to write an escalation, and how long the clerk above takes to register it.</summary>
    Escalate = 89,

    /// <summary>How long an escalation travels.</summary>
    TravelEscalation = 90,

    /// <summary>Whether an escalation is lost on its way.</summary>
    LossEscalation = 91,

    /// <summary>How many attempts to hand a paper over fail.</summary>
    Attempts = 92,

    /// <summary>Whether an addressee is not where papers are handed over.</summary>
    Absent = 93,

    /// <summary>Whether a paper comes to a box that nobody looks at.</summary>
    Unseen = 94,

    /// <summary>Whether a consolidated report is done inside and not sent.</summary>
    Unsent = 95,

    /// <summary>How long an acknowledgement travels.</summary>
    TravelAcknowledgement = 96,

    /// <summary>Whether an acknowledgement is lost on its way.</summary>
    LossAcknowledgement = 97,

    /// <summary>Whether a channel sends a directive a second time.</summary>
    SentTwice = 98,

    /// <summary>Whether a second paper of a directive is seen to be one.</summary>
    RecogniseRoute = 100,

    /// <summary>How long travels a paper that asks which of two orders is to be obeyed.</summary>
    TravelRulingQuestion = 101,

    /// <summary>Whether it is lost on its way.</summary>
    LossRulingQuestion = 102,

    /// <summary>How long a ruling travels.</summary>
    TravelRuling = 103,

    /// <summary>Whether a ruling is lost on its way.</summary>
    LossRuling = 104,
}
