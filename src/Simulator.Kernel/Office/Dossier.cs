using System.Runtime.InteropServices;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Office;

/// <summary>
/// The file that an office keeps on one directive (hồ sơ công việc): 64 bytes, one cache line. A second
/// paper of the same root has a dossier of its own, filed against the first.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct Dossier
{
    /// <summary>A bit for each addressee who has reported; with more than 64, where these bits are.</summary>
    internal ulong Reported;

    /// <summary>Hash of the id of the body whose paper it is.</summary>
    internal ulong IssuerHash;

    /// <summary>Index of the body whose paper it is, to whom the report goes; -1: issued here.</summary>
    internal int Issuer;

    /// <summary>The assignments in the paper.</summary>
    internal uint Content;

    /// <summary>Assignments of the body's own that are not ended.</summary>
    internal uint Open;

    /// <summary>Assignments of its own that are laid aside; one that is not open any more is ignored.</summary>
    internal uint Stalled;

    /// <summary>Sequence of the entry that ended the handling, which enabled what follows.</summary>
    internal uint Anchor;

    /// <summary>Bodies counted in the reports received.</summary>
    internal uint Counted;

    /// <summary>Bodies complied, as those reports say.</summary>
    internal uint Complied;

    /// <summary>Place of the root in the model.</summary>
    internal ushort Root;

    /// <summary>The place among the issuer's addressees, to be brought back with what goes up to him.</summary>
    internal ushort Tag;

    /// <summary>To how many it was relayed.</summary>
    internal ushort Addressees;

    /// <summary>How many of them have not reported.</summary>
    internal ushort Missing;

    /// <summary>Urgency of the paper.</summary>
    internal Urgency Urgency;

    /// <summary>By which route the root came: 0, 1, …</summary>
    internal byte Route;

    /// <summary>How often the moment of reminding has come with reports missing.</summary>
    internal byte Reminders;

    /// <summary>Where it stands.</summary>
    internal DossierState State;

    internal readonly bool Is(DossierState state) => (State & state) == state;
}

/// <summary>Where a dossier stands.</summary>
[Flags]
internal enum DossierState : uint
{
    None = 0,

    /// <summary>The paper has arrived, or was issued here.</summary>
    Present = 1,

    /// <summary>It has been registered and assigned.</summary>
    Handled = 2,

    /// <summary>It is to be relayed and has not been yet.</summary>
    Relaying = 4,

    /// <summary>The body has reported, or has nothing more to wait for.</summary>
    Closed = 8,

    /// <summary>An own assignment, or the relay, is not carried out, or only in part.</summary>
    Failed = 16,

    /// <summary>A reminder came before the paper was handled.</summary>
    Reminded = 32,

    /// <summary>The root directive was issued here.</summary>
    Root = 64,

    /// <summary>Another paper of the same root is handled; this one is filed against it.</summary>
    FiledAgain = 128,

    /// <summary>Registered and filed against the first.</summary>
    Filed = 256,

    /// <summary>Its report has been sent.</summary>
    ReportSent = 512,

    /// <summary>Its cut-off came before it was handled, and passes when it is.</summary>
    CutOffWaits = 1024,

    /// <summary>The body has counted itself among those that complied.</summary>
    CountedItself = 2048,

    /// <summary>Its relay is laid aside until a reminder.</summary>
    RelayAside = 4096,

    /// <summary>It is not relayed unless inspected.</summary>
    RelayIgnored = 8192,

    /// <summary>An inspection came before the paper was handled.</summary>
    Inspected = 16384,

    /// <summary>An own assignment was carried out in part only.</summary>
    InPart = 32768,

    /// <summary>It owes another body an input that is not written yet.</summary>
    Contributing = 65536,

    /// <summary>A copy for information, about which there is nothing to do.</summary>
    Copy = 131_072,

    /// <summary>An own assignment was refused, silence refused it, or it gave way to another paper's.</summary>
    Refused = 1 << 19,

    /// <summary>It is registered, whether handled or not; noted only of papers that may be withdrawn or updated.</summary>
    Registered = 1 << 22,

    /// <summary>A newer paper has taken its place.</summary>
    Superseded = 1 << 23,

    /// <summary>It was recalled, and that was accepted.</summary>
    Recalled = 1 << 24,

    /// <summary>The sender has said which paper a reference means.</summary>
    Clarified = 1 << 25,

    /// <summary>It was taken over from a dissolved body and is not registered here, so that nobody goes on with it.</summary>
    NotTakenUp = 1 << 30,

    /// <summary>It is closed without a report to whom the paper came from, who knows already.</summary>
    Quiet = 1 << 26,

    /// <summary>Its report is done and was not sent.</summary>
    Unsent = 1 << 27,
}
