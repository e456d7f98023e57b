using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// A root directive (văn bản chỉ đạo): the paper that starts a chain. Papers that implement it on
/// their way down are derived from it and owe it their identity.
/// </summary>
public sealed record Directive
{
    /// <summary>The largest number of assignments of one directive.</summary>
    public const int MostAssignments = 32;

    /// <summary>The id it is declared with; it keys its draws.</summary>
    public required string Id { get; init; }

    /// <summary>The id under which it is written once together with others like it; <c>null</c>: it is written alone.</summary>
    public string? Series { get; init; }

    /// <summary>Number and symbol, a label such as <c>570/CĐ-TTg</c>; a paper may have none.</summary>
    public string? Symbol { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public Text Title { get; init; } = Text.None;

    /// <summary>Id of the issuing body.</summary>
    public required string From { get; init; }

    /// <summary>When it leaves the issuer's clerk; the issuer runs no earlier step.</summary>
    public required Tick Issued { get; init; }

    /// <summary>Its urgency mark, which its implementing papers inherit.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>Whom it is addressed to (Kính gửi).</summary>
    public required IReadOnlyList<Selector> To { get; init; }

    /// <summary>What it asks for; at most <see cref="MostAssignments"/>.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>Relays that differ for this directive from what the kinds do, the first that fits.</summary>
    public IReadOnlyList<RelayRule> Relays { get; init; } = [];

    /// <summary>
    /// By level: how long after its own issue or relay a body of that level waits for reports before it
    /// reports what is there. A level that is absent waits for all.
    /// </summary>
    public IReadOnlyDictionary<string, TickSpan> CutOffAfter { get; init; } =
        new Dictionary<string, TickSpan>();

    /// <summary>By level: the fixed moment of the cut-off; stronger than <see cref="CutOffAfter"/>.</summary>
    public IReadOnlyDictionary<string, Tick> CutOffAt { get; init; } = new Dictionary<string, Tick>();

    /// <summary>The periodic reports that it asks for, beside the last one; <c>null</c>: none.</summary>
    public PeriodicReport? Periodic { get; init; }

    /// <summary>The events that it wants reported at once; <c>null</c>: none.</summary>
    public FlashReport? Flash { get; init; }

    /// <summary>
    /// By level of the issuer of the paper: who collects the reports of its addressees in its place, one body that
    /// stands under or beside it.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Selector>> CollectedBy { get; init; } =
        new Dictionary<string, IReadOnlyList<Selector>>();

    /// <summary>The copies for information that are sent; empty: none.</summary>
    public IReadOnlyList<CopyRule> Copies { get; init; } = [];

    /// <summary>What it is to an older directive; <c>null</c>: nothing.</summary>
    public PaperRelation? Relation { get; init; }

    /// <summary>The share of its copies, and of those of its relays, that are sent a second time.</summary>
    public double Duplicates { get; init; }

    /// <summary>How it is followed up where that differs from the kinds' rule, by level of the superior.</summary>
    public IReadOnlyDictionary<string, FollowUpRule> FollowUp { get; init; } =
        new Dictionary<string, FollowUpRule>();
}

/// <summary>Whom certain bodies relay one directive to.</summary>
/// <param name="By">Which bodies.</param>
/// <param name="To">Their addressees; empty: they do not relay it.</param>
public sealed record RelayRule(IReadOnlyList<Selector> By, IReadOnlyList<Selector> To);

/// <summary>A paper whose issue is fixed to an observed moment.</summary>
/// <param name="Directive">Id of the root directive.</param>
/// <param name="From">Id of the body whose relay it is.</param>
/// <param name="At">When it leaves that body's clerk, ready or not; later only if nothing has arrived by then.</param>
public sealed record PinnedPaper(string Directive, string From, Tick At);
