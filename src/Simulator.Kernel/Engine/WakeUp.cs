using System.Runtime.InteropServices;

namespace Simulator.Kernel.Engine;

/// <summary>
/// What a body has asked to be woken for: 16 bytes, kept by the agenda of its region and handed back when
/// due. Only <see cref="Body"/> and the order concern the agenda.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct WakeUp
{
    /// <summary>Index of the body.</summary>
    public int Body;

    /// <summary>The body's job, or -1.</summary>
    public int Job;

    /// <summary>
    /// The job's serial number at its body, or when the work began; below 0 for a step that may be overtaken.
    /// </summary>
    public int Mark;

    /// <summary>The body's dossier.</summary>
    public ushort Dossier;

    /// <summary>What for; also the phase, for the kinds are numbered in the order of the phases.</summary>
    public WakeKind Kind;

    /// <summary>The assignment or the post concerned.</summary>
    public byte Item;

    /// <summary>The order among what is due at one body at one tick: kind, dossier, item, mark.</summary>
    internal readonly ulong Order =>
        ((ulong)Kind << 56) | ((ulong)Dossier << 40) | ((ulong)Item << 32) | unchecked((uint)Mark);
}

/// <summary>
/// What a body can be woken for, in the order of the phases of a tick. From <see cref="FollowUp"/> on it comes
/// after the papers that arrive. The numbers leave room for what comes between.
/// </summary>
public enum WakeKind : byte
{
    /// <summary>Phase 0: the issue of a root directive.</summary>
    IssueRoot = 0,

    /// <summary>Phase 0: the issue of a relay at its observed moment.</summary>
    IssuePinned = 8,

    /// <summary>Phase 0: the body is dissolved; the mark is the sequence of the director's entry.</summary>
    Dissolution = 12,

    /// <summary>Phase 0: an event befalls the body; the dossier is the event's place in the model.</summary>
    Event = 16,

    /// <summary>Phase 0: the office has other hours or other people from now on.</summary>
    OfficeChange = 17,

    /// <summary>
    /// Phase 0: the director sets something going; the dossier is the intervention's place in the model, the item
    /// its act, the mark the sequence of the director's entry.
    /// </summary>
    Intervention = 18,

    /// <summary>Phase 1: the end of a step that has a job.</summary>
    StepEnd = 24,

    /// <summary>Phase 1: the end of carrying out an assignment that held nobody up.</summary>
    AssignmentEnd = 32,

    /// <summary>Phase 1: somebody goes away or comes back, or a deputy may act for him.</summary>
    AbsenceEdge = 40,

    /// <summary>Phase 1: the hour comes for which a paper has waited.</summary>
    BatchRelease = 48,

    /// <summary>Phase 1: a post opens while papers wait for it.</summary>
    Opening = 56,

    /// <summary>Phase 2: other papers of the day arrive, before those of the directives.</summary>
    OtherPapers = 64,

    /// <summary>Phase 3: the moment of following up.</summary>
    FollowUp = 72,

    /// <summary>Phase 3: a lead has waited for inputs as long as it does.</summary>
    InputLimit = 74,

    /// <summary>Phase 3: no answer has come in time; the item is the round of the question, the mark its number.</summary>
    Silence = 76,

    /// <summary>Phase 3: the issuer recalls a directive; the dossier is the directive's place in the model.</summary>
    Recall = 78,

    /// <summary>Phase 3: the hour at which the figures of a periodic report are closed.</summary>
    Figures = 80,

    /// <summary>Phase 3: the cut-off.</summary>
    CutOff = 88,

    /// <summary>Phase 3: the moment of inspecting.</summary>
    Inspection = 96,

    /// <summary>Phase 3: the moment of turning to the level above.</summary>
    Escalation = 98,

    /// <summary>Phase 3: a paper that nobody had seen is noticed; the mark is the sequence of the entry that said so.</summary>
    Noticing = 100,

    /// <summary>Phase 3: the clerk looks whether a paper is acknowledged; the mark is the addressee's place.</summary>
    Acknowledgement = 101,
}
