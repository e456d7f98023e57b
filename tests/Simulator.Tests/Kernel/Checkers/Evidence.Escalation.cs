using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Who turned to whom about whom.</summary>
internal sealed partial class Evidence
{
    /// <summary>What tells the draws about reminders from above from those about others.</summary>
    public const uint FromAbove = 256 << 8;

    /// <summary>What tells the draws about the escalation that an entry is about from others; <c>null</c>: it is about none.</summary>
    public uint? EscalationKey(in Entry entry) => entry switch
    {
        { Kind: EntryKind.Escalated } or { Kind: EntryKind.Arrived, What: (byte)PaperClass.Escalation } =>
            (uint)(entry.A + (257 * entry.B)) & 0xFFFF,
        { Kind: EntryKind.StepEnded, Step: Step.Escalate or Step.RegisterEscalation }
            or { Kind: EntryKind.Lost, What: (byte)PaperClass.Escalation } =>
            CauseOf(entry) is { } cause ? EscalationKey(cause) : null,
        _ => null,
    };

    /// <summary>Index of the body that an escalation which arrived is about; -1: there is none such.</summary>
    public int SilentIn(in Entry arrival)
    {
        var root = RootOf(arrival);
        var sender = IndexOf(arrival.CauseBody);
        var superior = arrival.B < 2 ? sender : Model.ReportPlacesOf(root, sender).ElementAtOrDefault(arrival.B - 2);
        var places = Model.ReportPlacesOf(root, superior);
        return arrival.A < places.Count ? places[arrival.A] : -1;
    }

    /// <summary>The escalation by which a body came to remind whom it does not follow up; <c>null</c>: none.</summary>
    public Entry? EscalationBefore(in Entry entry) =>
        ArrivalOf(entry) is { What: (byte)PaperClass.Escalation } arrival ? arrival : null;
}
