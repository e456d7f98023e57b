using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// What bodies of one kind have in common: level, line, the office and its steps, whom it relays to.
/// A mechanism that the kind leaves out is absent from the compiled body, not switched off in it.
/// </summary>
public sealed record BodyKind
{
    /// <summary>The id, such as <c>district-committee</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of its level.</summary>
    public required string Level { get; init; }

    /// <summary>Name of the line it belongs to.</summary>
    public required string Line { get; init; }

    /// <summary>The records clerk (văn thư).</summary>
    public required Resource Clerk { get; init; }

    /// <summary>The leadership.</summary>
    public required Resource Leadership { get; init; }

    /// <summary>The staff.</summary>
    public required Resource Staff { get; init; }

    /// <summary>The steps it takes; one that is not listed costs nothing and leaves no entry.</summary>
    public required IReadOnlyList<StepRule> Steps { get; init; }

    /// <summary>Whom it relays a received directive to; empty if it does not relay.</summary>
    public IReadOnlyList<Selector> RelaysTo { get; init; } = [];

    /// <summary>The form of its relay.</summary>
    public RelayForm Relay { get; init; } = RelayForm.OwnDocument;

    /// <summary>What becomes of content in its hands; <c>null</c>: it is handed on as it came.</summary>
    public ContentRule? Content { get; init; }

    /// <summary>
    /// Whether it drafts an implementing paper of its own even when it has nobody to relay it to; the
    /// draft is then part of handling, between assigning and carrying out.
    /// </summary>
    public bool DraftsAlways { get; init; }

    /// <summary>Id of the channel that its papers leave by.</summary>
    public required string Channel { get; init; }

    /// <summary>How it behaves towards an assignment.</summary>
    public ConductRule Conduct { get; init; } = ConductRule.Compliant;

    /// <summary>How diligent it is over time; <c>null</c>: always fully.</summary>
    public DiligenceRule? Diligence { get; init; }

    /// <summary>How it follows up what it has relayed; <c>null</c>: it never reminds.</summary>
    public FollowUpRule? FollowUp { get; init; }

    /// <summary>How true the figures are that it reports; <c>null</c>: as it knows them.</summary>
    public ReportingRule? Reporting { get; init; }

    /// <summary>How it asks upward, and what it does when asked; <c>null</c>: it approves whatever is asked.</summary>
    public QuestionRule? Questions { get; init; }

    /// <summary>Who signs implementing documents instead of the leadership; <c>null</c>: nobody.</summary>
    public SigningRule? Signing { get; init; }

    /// <summary>Whom it obeys where two superiors ask for what excludes each other; <c>null</c>: it does both.</summary>
    public ConflictRule? OnConflict { get; init; }

    /// <summary>For which of two papers it rules when somebody below asks; <c>null</c>: for the newest.</summary>
    public ConflictRule? RulesFor { get; init; }

    /// <summary>The other papers of the day; <c>null</c>: it has none.</summary>
    public LoadRule? Load { get; init; }

    /// <summary>Which series its outgoing papers are numbered in.</summary>
    public NumberSeries Numbers { get; init; } = NumberSeries.ByYear;

    /// <summary>
    /// Pattern of the symbols of its papers, with <c>{n}</c> for the number, such as <c>{n}/UBND-VP</c>.
    /// A label: it enters no id, key or order.
    /// </summary>
    public string SymbolPattern { get; init; } = "{n}";
}

/// <summary>How outgoing papers are numbered.</summary>
public enum NumberSeries : byte
{
    /// <summary>From 1 at each new year: state offices (Decree 30/2020/NĐ-CP, Annex I).</summary>
    ByYear = 0,

    /// <summary>
    /// From 1 at each new term of the committee, per kind of paper: party offices (Guidance
    /// 36-HD/VPTW of 2018). The simulator's relays are all of one kind, the official dispatch.
    /// </summary>
    ByTerm = 1,
}
