using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>
/// How far one body has got with one directive, as its own journal tells. Moments are ticks; -1: not
/// (yet). It is the truth of the simulation, not what anybody was told.
/// </summary>
public sealed record BodyProgress
{
    /// <summary>All of the original's content, in millionths.</summary>
    public const int Whole = 1_000_000;

    /// <summary>Index of the body.</summary>
    public required int Body { get; init; }

    /// <summary>When the first paper arrived (status 01).</summary>
    public int ArrivedAt { get; internal set; } = -1;

    /// <summary>When that paper was sent.</summary>
    public int SentAt { get; internal set; } = -1;

    /// <summary>When the newest of its own assignments ended; -1: none has.</summary>
    public int WorkEndedAt { get; internal set; } = -1;

    /// <summary>When it was registered (status 03); the arrival where the kind registers nothing.</summary>
    public int RegisteredAt { get; internal set; } = -1;

    /// <summary>When it was assigned (status 04), that is when handling ended.</summary>
    public int HandledAt { get; internal set; } = -1;

    /// <summary>When its own implementing paper was issued.</summary>
    public int IssuedAt { get; internal set; } = -1;

    /// <summary>The number of that paper.</summary>
    public int Number { get; internal set; }

    /// <summary>When all its own assignments had been carried out in full, and its relay, if any, issued.</summary>
    public int CompliedAt { get; internal set; } = -1;

    /// <summary>When it had nothing more to wait for, or its cut-off passed (status 06).</summary>
    public int ClosedAt { get; internal set; } = -1;

    /// <summary>Whether the cut-off closed it.</summary>
    public bool ClosedByCutOff { get; internal set; }

    /// <summary>When its report reached whom it reports to.</summary>
    public int ReportArrivedAt { get; internal set; } = -1;

    /// <summary>Own assignments that were begun or laid aside.</summary>
    public uint Own { get; internal set; }

    /// <summary>Own assignments carried out in full.</summary>
    public uint Done { get; internal set; }

    /// <summary>Of them: carried out after they were due.</summary>
    public uint DoneLate { get; internal set; }

    /// <summary>Own assignments carried out in part.</summary>
    public uint Partly { get; internal set; }

    /// <summary>Own assignments carried out as something else, for so they came: the body does not know it.</summary>
    public uint Otherwise { get; internal set; }

    /// <summary>Own assignments that its paper did not contain: lost on the way, with or without the text.</summary>
    public uint LeftOut { get; internal set; }

    /// <summary>Own assignments that meant something else by the time they came.</summary>
    public uint Distorted { get; internal set; }

    /// <summary>
    /// The share of the original's content meant for it, and for those whom its relays reach, that its first
    /// paper brought, in millionths; 0: no paper has come.
    /// </summary>
    public int ContentShare { get; internal set; }

    /// <summary>Own assignments that it will not do.</summary>
    public uint Ignored { get; internal set; }

    /// <summary>Own assignments that whoever was asked to approve them has refused, or silence has.</summary>
    public uint Refused { get; internal set; }

    /// <summary>Own assignments that were dropped, for others that exclude them are obeyed.</summary>
    public uint GaveWay { get; internal set; }

    /// <summary>Own assignments that are laid aside until a ruling which of two orders is to be obeyed.</summary>
    public uint AwaitingRulings { get; internal set; }

    /// <summary>The newest of these: since when, a tick, and the index of the body that is to rule.</summary>
    internal (int Since, int Whom) Ruling { get; set; }

    /// <summary>Own assignments that have been approved, or consented to by silence, where more than a yes is possible.</summary>
    public uint Approved { get; internal set; }

    /// <summary>How many of its questions have been settled by silence.</summary>
    public int SilencesPassed { get; internal set; }

    /// <summary>Index of the body that has its file, or will have it, since it is dissolved; -1: it is there.</summary>
    public int HandedTo { get; internal set; } = -1;

    /// <summary>When its file was last handed over; -1: never.</summary>
    public int HandedAt { get; internal set; } = -1;

    /// <summary>When the file came to whoever it was last handed to; -1: not, or not yet.</summary>
    public int FileArrivedAt { get; internal set; } = -1;

    /// <summary>When it was registered there, and gone on with; -1: not, or not yet.</summary>
    public int FileTakenUpAt { get; internal set; } = -1;

    /// <summary>All who have had its file since, or will have it, one after another.</summary>
    internal List<int> Holders { get; } = [];

    /// <summary>Index of the body whose paper it is, whom it asks; -1: none has come.</summary>
    public int PaperFrom { get; internal set; } = -1;

    /// <summary>Its questions that have not been settled.</summary>
    public IReadOnlyList<OpenQuestion> Questions => OpenQuestions;

    internal List<OpenQuestion> OpenQuestions { get; } = [];

    /// <summary>Own assignments laid aside at this moment.</summary>
    public uint Stalled { get; internal set; }

    /// <summary>Own assignments that wait for the inputs of coordinating bodies.</summary>
    public uint AwaitingInputs { get; internal set; }

    /// <summary>How many inputs these wait for.</summary>
    public int InputsMissing => Inputs?.Values.Sum() ?? 0;

    /// <summary>Assignments of others to which it has laid its contribution aside.</summary>
    public uint ContributionsAside { get; internal set; }

    /// <summary>Assignments of others to which it has written its contribution.</summary>
    public uint ContributionsSent { get; internal set; }

    /// <summary>The assignments in its first paper.</summary>
    internal uint Paper { get; set; }

    /// <summary>Assignments of others to which it will not contribute.</summary>
    public uint ContributionsIgnored { get; internal set; }

    /// <summary>By own assignment that waits: how many inputs are missing.</summary>
    internal Dictionary<byte, int>? Inputs { get; set; }

    /// <summary>Bodies counted, and complied, in the reports that it has received.</summary>
    public int ReportedBodies { get; internal set; }

    /// <summary>Bodies that complied according to those reports.</summary>
    public int ReportedComplied { get; internal set; }

    /// <summary>
    /// By the index of each addressee, its newest periodic report; <see cref="Entry.Kind"/> is none once its
    /// last, consolidated one has come.
    /// </summary>
    internal Dictionary<int, Entry>? Figures { get; set; }

    /// <summary>How many papers of the same root came by another route.</summary>
    public int OtherRoutes { get; internal set; }

    /// <summary>How many of these it has taken for new directives.</summary>
    public int TakenForNew { get; internal set; }

    /// <summary>Reminders received.</summary>
    public int Reminders { get; internal set; }

    /// <summary>Reminders sent by it that were lost on their way.</summary>
    public int RemindersLost { get; internal set; }

    /// <summary>How many papers came to it unseen.</summary>
    public int Unseen { get; internal set; }

    /// <summary>How many of the papers that came to it unseen it has noticed since.</summary>
    public int Noticed { get; internal set; }

    /// <summary>Since when the directive has lain unseen, a tick; -1: it does not.</summary>
    public int UnseenAt { get; internal set; } = -1;

    /// <summary>Whether its report was done and not sent at some time.</summary>
    public bool WasUnsent { get; internal set; }

    /// <summary>Since when its report has been done and not sent, a tick; -1: it is not so.</summary>
    public int UnsentAt { get; internal set; } = -1;

    /// <summary>How many copies came again from the same sender.</summary>
    public int Duplicates { get; internal set; }

    /// <summary>How often it has sent the directive again, for it was not acknowledged.</summary>
    public int Resent { get; internal set; }

    /// <summary>How often it was inspected about it.</summary>
    public int Inspections { get; internal set; }

    /// <summary>How many times an own assignment, the relay or a contribution was got going by a reminder or an inspection.</summary>
    public int Resumed { get; internal set; }

    /// <summary>Whether its relay is laid aside at this moment.</summary>
    public bool IsRelayAside => Relay == EntryKind.Stalled;

    /// <summary>Whether it has decided not to relay.</summary>
    public bool IsRelayIgnored => Relay == EntryKind.Ignored;

    /// <summary>What was last said of its relay: laid aside, ignored, resumed; none: nothing.</summary>
    internal EntryKind Relay { get; set; }

    /// <summary>How other papers have touched it; <c>null</c>: none can.</summary>
    public FlightProgress? Flight { get; internal set; }

    /// <summary>The state that a watch was last told of.</summary>
    internal ProgressState Told { get; set; }

    /// <summary>The assignments that were done then.</summary>
    internal uint ToldDone { get; set; }

    /// <summary>By assignment: when it was last done, as a watch has seen it; <c>null</c>: nothing was, or nobody watched.</summary>
    internal int[]? DoneAt { get; set; }

    /// <summary>When an assignment is due by the papers that the body has, a tick; -1: at no time.</summary>
    internal int DueOf(CompiledModel model, int root, int item) =>
        Flight is { Update: >= 0 and var update } && model.Directives[update].Flight!.NewDue is { } changed
            && item < changed.Count && changed[item] >= 0
            ? changed[item]
            : model.Directives[root].Source.Assignments[item].Due?.Value ?? -1;

    /// <summary>The assignments whose due date, by the papers that the body has, lies before a moment.</summary>
    internal uint OverdueAt(CompiledModel model, int root, int tick)
    {
        var directive = model.Directives[root];
        if (Flight is not { Update: >= 0 and var update })
        {
            return directive.OverdueAt(tick);
        }

        var changed = model.Directives[update].Flight!.NewDue;
        var overdue = directive.OverdueAt(tick);
        for (var item = 0; item < changed.Count; item++)
        {
            if (changed[item] >= 0)
            {
                overdue = (overdue & ~(1U << item)) | (changed[item] < tick ? 1U << item : 0);
            }
        }

        return overdue;
    }

    /// <summary>Where it stands.</summary>
    public ProgressState State =>
        Flight is { IsWithdrawn: true } && CompliedAt < 0 ? ProgressState.Withdrawn
        : CompliedAt >= 0 ? ProgressState.Complied
        : IsRelayAside ? ProgressState.Stalled
        : Own != 0 && Done != Own && (Done | Partly | Ignored | Otherwise | LeftOut | Refused | GaveWay) == Own && HandledAt >= 0
            ? ProgressState.EndedInPart
        : Stalled != 0 ? ProgressState.Stalled
        : HandledAt >= 0 ? ProgressState.InProcess
        : RegisteredAt >= 0 ? ProgressState.Registered
        : ArrivedAt >= 0 ? ProgressState.Arrived
        : ProgressState.NotReached;
}

/// <summary>Where a body stands with a directive.</summary>
public enum ProgressState
{
    /// <summary>No paper has arrived.</summary>
    NotReached,

    /// <summary>A paper has arrived and is not registered: it binds nobody yet (status 01).</summary>
    Arrived,

    /// <summary>Registered (status 03).</summary>
    Registered,

    /// <summary>Assigned, in process (status 04, 05).</summary>
    InProcess,

    /// <summary>An own assignment, or the relay, is laid aside until a reminder.</summary>
    Stalled,

    /// <summary>All own assignments have ended, not all of them in full.</summary>
    EndedInPart,

    /// <summary>All own assignments are carried out in full (status 06).</summary>
    Complied,

    /// <summary>Superseded, or recalled and given back, before all of it was carried out.</summary>
    Withdrawn,
}
