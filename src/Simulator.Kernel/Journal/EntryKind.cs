namespace Simulator.Kernel.Journal;

/// <summary>
/// What an entry of the journal says. Numbers are fixed: they stand in journals. The comments say what
/// <see cref="Entry.What"/>, <see cref="Entry.Item"/>, <see cref="Entry.A"/> and <see cref="Entry.B"/> hold.
/// </summary>
public enum EntryKind : byte
{
    /// <summary>Never written.</summary>
    None = 0,

    /// <summary>
    /// A paper left the clerk for its addressees. What: <see cref="Office.RelayForm"/>; Item: urgency;
    /// A: its number; B: how many addressees.
    /// </summary>
    Issued = 1,

    /// <summary>
    /// A paper arrived (status 01). What: <see cref="Documents.PaperClass"/>; Item: urgency, or the assignment of a
    /// question, an answer or a prompt report, or the number of a periodic or flash report; A and B: bodies counted and
    /// bodies complied of a report, or the path strength in millionths and the <see cref="Documents.Wording"/> of
    /// a directive, where content is followed. A of a reminder: how many were sent before it
    /// about the same paper; of an inspection: 1 if it sanctions. Where more can become of questions than a yes,
    /// A of a question and an answer: the asker's count of his questions; B: the occurrence of the question's draws,
    /// or the <see cref="Conduct.Decision"/>.
    /// Started: when it was sent. The cause is the sender's entry.
    /// </summary>
    Arrived = 2,

    /// <summary>
    /// A step ended. Step, Server, Started: which, who, since when. Item: the assignment, or 255;
    /// A: the arrival or outgoing number where one was given, or whom of the addressees
    /// <see cref="Office.Step.Inspect"/> was about, counted from 0; B: the <see cref="Conduct.Outcome"/> of
    /// <see cref="Office.Step.CarryOut"/>, or which periodic report it is about, or 256 and which flash report. What: the
    /// <see cref="Documents.PaperClass"/> that was sent off by it, or 0.
    /// </summary>
    StepEnded = 3,

    /// <summary>
    /// A paper was sent and will never arrive. What: <see cref="Documents.PaperClass"/>; A and B: the upper 48 bits of
    /// the addressee's id hash. Server: after how many attempts that failed; 255: it was not by those.
    /// </summary>
    Lost = 4,

    /// <summary>An assignment is laid aside until reminded. Item: the assignment; 255: the relay.</summary>
    Stalled = 5,

    /// <summary>An assignment will not be done unless inspected. Item: the assignment; 255: the relay.</summary>
    Ignored = 6,

    /// <summary>
    /// A reminder or an inspection got going what was laid aside or ignored. Item: the assignment; 255: the relay.
    /// </summary>
    Resumed = 7,

    /// <summary>
    /// The body has nothing more to wait for (status 06), or its cut-off has passed. What: 1 if the
    /// report was sent off by it, 2 if only those to second issuers were; Item: 1 if by cut-off, 2 if the paper was
    /// superseded, 3 if it was recalled; A: bodies counted; B: bodies complied, as
    /// known here.
    /// </summary>
    Closed = 8,

    /// <summary>The cut-off passed with reports or work missing. A: reports missing.</summary>
    CutOffPassed = 9,

    /// <summary>
    /// The moment of following up came. What: 1 if it is that of inspecting; A: addressees who had not
    /// reported; B: how many times it had come before, for reminding.
    /// </summary>
    FollowedUp = 10,

    /// <summary>Nobody else is addressed by an assignment, so it stays here. Item: the assignment.</summary>
    Kept = 11,

    /// <summary>The same root by a second route: filed against the first.</summary>
    Filed = 12,

    /// <summary>An assignment was left out of the paper that the cause issued. Item: the assignment.</summary>
    AssignmentLost = 13,

    /// <summary>An assignment means something else from the paper that the cause issued on. Item: the assignment.</summary>
    AssignmentDistorted = 14,

    /// <summary>A local assignment was added to the paper that the cause issued. Item: the assignment.</summary>
    AssignmentAdded = 15,

    /// <summary>
    /// A copy of the paper that the cause issued went without what it should enclose. A and B: the upper 48
    /// bits of the addressee's id hash.
    /// </summary>
    AttachmentLost = 16,

    /// <summary>
    /// Diligence was lifted, or lowered. What: <see cref="Conduct.DiligenceCause"/>; A: before, B: after, in
    /// millionths. The cause is the entry of what lifted it. By an event: Root is the event's short hash.
    /// </summary>
    DiligenceLifted = 18,

    /// <summary>
    /// The body was inspected about a directive. What: 0 by the body whose paper it is, 1 by an event;
    /// A: how much was found laid aside; B: how much ignored. The relay counts as one.
    /// </summary>
    Inspected = 19,

    /// <summary>It was held to account for what was found ignored. A: how much that was.</summary>
    Sanctioned = 20,

    /// <summary>
    /// An event befell the body. What: <see cref="Conduct.EventKind"/>. It belongs to no directive: Root is the
    /// event's own short hash.
    /// </summary>
    EventOccurred = 21,

    /// <summary>
    /// A report is about to leave with another number than the body knows. What: 1 inflated, 2 misread, 3 both;
    /// Item: which report, 0 the consolidated one; A: bodies complied as known here; B: as reported.
    /// </summary>
    Misreported = 22,

    /// <summary>
    /// The figures of a periodic report were closed. What: 1 if the report was sent off by it; Item: its number;
    /// A: bodies counted; B: bodies complied, as known here.
    /// </summary>
    FiguresClosed = 23,

    /// <summary>
    /// Periodic figures were taken in after the body had closed its own of that number: they go into the next.
    /// Item: their number; A: bodies counted; B: bodies complied, as reported.
    /// </summary>
    FiguresLate = 24,

    /// <summary>
    /// A step begins that the other papers of the day have delayed. What: the <see cref="Office.Step"/>, which
    /// stands in <see cref="Entry.Step"/> where one ended only; Started: since when the paper had been before the
    /// post, which is the hour of the day where it waited for one; Server: who takes it up; Item: the assignment,
    /// or 255; A: other papers that were in anybody's hands at the post in that time, deputies and people with
    /// several papers in hand included; B: for how many minutes of it, in the post's hours for such a paper, at
    /// least one was. The cause is what enabled the step.
    /// </summary>
    DelayedByLoad = 27,

    /// <summary>
    /// A question was sent to whoever issued the paper. What: 0 the body's own, 1 one that it passes up; Item: the
    /// assignment to be approved, 255: an opinion; A: the body's own count of questions; B: the occurrence of the
    /// draws about it, which of an own question is the round, from 0.
    /// </summary>
    Asked = 36,

    /// <summary>
    /// A question was decided on. What: <see cref="Conduct.Decision"/>; Item: as in the question; A: its number at
    /// the asker; B: its round, from 0.
    /// </summary>
    Decided = 37,

    /// <summary>
    /// An answer was taken in. What: <see cref="Conduct.Decision"/>; Item: as in the question; A: the number of the
    /// question here; B: 0 on a question of the body's own, 1 if silence had settled it before, 2 on one that it
    /// has passed up.
    /// </summary>
    Answered = 38,

    /// <summary>
    /// No answer was registered in time. What: <see cref="Conduct.Decision"/>, as which silence counts; Item, A: as of
    /// the question; B: 2 if it was passed up. The cause is the entry by which it was asked.
    /// </summary>
    SilencePassed = 39,

    /// <summary>
    /// Somebody is back who was away. About no directive: Root is 0, and nothing enabled it. Started: since
    /// when he took nothing up, or 0 if since before the run; Server: who, of the post in Item.
    /// </summary>
    Absent = 29,

    /// <summary>
    /// The lead of an assignment waits for those who coordinate. Item: the assignment; A: how many inputs it is
    /// owed; B: how many of them are not registered.
    /// </summary>
    InputsAwaited = 32,

    /// <summary>
    /// The lead waits no longer. What: 1 if its limit has passed; Item: the assignment; A: how many inputs it is
    /// owed; B: how many of them are not registered. The cause is the registration of the last one, or the
    /// beginning of the wait.
    /// </summary>
    InputsEnded = 33,

    /// <summary>
    /// What becomes of a contribution that is not written at once. What: <see cref="Documents.ContributionState"/>;
    /// Item: the assignment.
    /// </summary>
    Contribution = 34,

    /// <summary>
    /// The paper has lost its force here. What: where it stood, 1 arrived, 2 registered, 3 handled, 4 closed;
    /// Item: 1 if work in hand is stopped; A: own assignments that are dropped; B: own assignments in hand. The
    /// cause is what ended the handling of the newer paper, or the registration of the older.
    /// </summary>
    Superseded = 42,

    /// <summary>
    /// A step was stopped before its end, for the paper has lost its force. Step, Server, Started: which, who,
    /// since when; Item: the assignment, or 255. The cause is what enabled the step.
    /// </summary>
    WorkStopped = 43,

    /// <summary>A recall left for whom the paper went to (status 13). What: 1 if handed on; B: how many addressees.</summary>
    RecallSent = 44,

    /// <summary>
    /// A recall was answered. What: <see cref="Documents.Recall.Accepted"/> or <see cref="Documents.Recall.Refused"/>;
    /// Item, A and B: as for <see cref="Superseded"/>.
    /// </summary>
    RecallAnswered = 45,

    /// <summary>
    /// The due dates or lengths of work of the paper were changed by an update. B: the upper 24 bits of the short hash
    /// of the updating directive.
    /// </summary>
    Updated = 46,

    /// <summary>
    /// The reference in a paper that arrived does not resolve. What: 1 mistyped, 2 the other paper is not here;
    /// Item: 1 if the sender is asked.
    /// </summary>
    Unresolved = 47,

    /// <summary>
    /// A body turns to the level above about one that is silent. What: 1 if it passes on what it was told itself;
    /// A: which of the addressees, counted from 0; B: 0; 1 if the level above is to pass it on; 2 and more if this is
    /// passed on: the place of the body that turned to this one among its addressees, plus 2. Of an escalation that
    /// arrives A and B are the same; B of a reminder is 1 if it is by a body that was turned to.
    /// </summary>
    Escalated = 50,

    /// <summary>
    /// A second paper of a directive was taken for a new one. The cause is its registration, which enables what
    /// follows as that of a first paper does.
    /// </summary>
    TakenForNew = 62,

    /// <summary>
    /// An assignment is about to be begun, and one of another directive that excludes it has been. What:
    /// <see cref="Conduct.ConflictChoice"/>; Item: the assignment; A: the upper 24 bits of the short hash of the other
    /// directive; B: the other assignment, plus 256 if somebody has it in hand, plus 512 if it is the one to be obeyed.
    /// </summary>
    ConflictFound = 63,

    /// <summary>
    /// An assignment is dropped, for another that excludes it is obeyed. Item: the assignment; A and B: the other's
    /// directive and place, as above. The cause is that the conflict was found, or that a ruling was taken in.
    /// </summary>
    GaveWay = 64,

    /// <summary>
    /// A paper left that asks which of two assignments is to be obeyed. Item, A and B: as for
    /// <see cref="ConflictFound"/>; B: the other assignment, plus 1,024 if its paper came first, plus 2,048 if its sender
    /// is nearer, plus 4,096 if the sender of the first is. Of its arrival A and B are the same.
    /// </summary>
    RulingAsked = 65,

    /// <summary>
    /// Whoever was asked has ruled. What: by which <see cref="Conduct.ConflictChoice"/>; Item and A: as above; B: the
    /// other assignment, plus 512 if it is the one to be obeyed. Of the arrival of the ruling A and B are the same.
    /// </summary>
    Ruled = 70,

    /// <summary>
    /// A ruling was registered; written for either assignment that waited for it, from its own side. Item, A and B: as
    /// above. From here on the one is begun, and the other dropped.
    /// </summary>
    RulingTaken = 71,

    /// <summary>
    /// An assignment is laid aside until a ruling. Item: the assignment; A and B: the other's directive and place. The
    /// cause is what had enabled it; the conflict was found just before.
    /// </summary>
    RulingAwaited = 72,

    /// <summary>
    /// An intervention began: an entry of the director. What: 1 if on a condition; Item: for the how-manieth time;
    /// A and B, on a condition: how many were in the state, and among how many, at the minute in Started. About no
    /// directive: Root is the intervention's own short hash.
    /// </summary>
    Intervened = 56,

    /// <summary>
    /// A dissolved body handed a file over to its successor. What: where it stood, 1 arrived, 3 handled, 4 closed;
    /// Item: 1 if the relay had not left; A and B: the upper 48 bits of the successor's id hash. Of the arrival of such a
    /// file A and B are the upper 48 bits of the id hash of the body whose file it first was.
    /// </summary>
    HandedOver = 66,

    /// <summary>
    /// A paper that came to a dissolved body went on to its successor. What: <see cref="Documents.PaperClass"/>; A and B:
    /// the upper 48 bits of the successor's id hash. The cause is its arrival.
    /// </summary>
    SentOn = 67,

    /// <summary>An intervention's time was over: an entry of the director, with the same Root. Item: as above.</summary>
    InterventionEnded = 57,

    /// <summary>
    /// A paper arrived in a box that nobody looks at. All is as in <see cref="Arrived"/>, which is written when it is
    /// noticed.
    /// </summary>
    Unseen = 58,

    /// <summary>
    /// Such a paper was noticed, and is taken in as if it came now. What: <see cref="Documents.PaperClass"/>; Item: 1 in
    /// its own time, 2 by a reminder, 3 by an inspection, 4 by a question about the directive, A: the sequence of the
    /// entry that said that it was unseen. The cause is that entry, or the arrival of what had it noticed.
    /// </summary>
    Noticed = 59,

    /// <summary>
    /// The consolidated report is done and was not sent. What: 1 if it is sent after all, by the reminder or the inspection
    /// that is the cause.
    /// </summary>
    Unsent = 60,

    /// <summary>
    /// The sender of a directive has no acknowledgement. What: 1 if he sends it again; Item: how often he has before;
    /// A and B: the upper 48 bits of the addressee's id hash. The cause is the entry by which it was sent.
    /// </summary>
    Unacknowledged = 61,
}
