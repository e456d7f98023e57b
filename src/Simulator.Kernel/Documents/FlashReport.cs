using Simulator.Kernel.Conduct;

namespace Simulator.Kernel.Documents;

/// <summary>
/// A duty to report at once when something happens (báo cáo nhanh): a body that an event befalls while it has
/// the directive in hand writes to whoever sent it, and he hands the news on upward, to the issuer.
/// </summary>
public sealed record FlashReport
{
    /// <summary>The kinds of event that are to be reported.</summary>
    public IReadOnlyList<EventKind> Kinds { get; init; } = [];

    /// <summary>Ids of single events that are to be reported.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The mark of the report.</summary>
    public Urgency Urgency { get; init; } = Urgency.Express;
}
