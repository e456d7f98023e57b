using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>An assignment (nhiệm vụ): one numbered thing that a directive asks for.</summary>
public sealed record Assignment
{
    /// <summary>The id it is declared with, unique in its directive; it keys its draws.</summary>
    public required string Id { get; init; }

    /// <summary>What is to be done, in our own short words.</summary>
    public Text Do { get; init; } = Text.None;

    /// <summary>Who carries it out or takes the lead (chủ trì).</summary>
    public required IReadOnlyList<Selector> By { get; init; }

    /// <summary>Who coordinates with the lead (phối hợp).</summary>
    public IReadOnlyList<Selector> With { get; init; } = [];

    /// <summary>
    /// Whether the lead waits for the inputs of those who coordinate, and how long; <c>null</c>: it does not, and
    /// they write none.
    /// </summary>
    public InputRule? Inputs { get; init; }

    /// <summary>Working minutes of the staff.</summary>
    public required Distribution Takes { get; init; }

    /// <summary>When it is due; absolute, it travels down unchanged. <c>null</c>: no date was set.</summary>
    public Tick? Due { get; init; }

    /// <summary>Whether whoever carries it out must first ask the issuer of his paper for approval.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>
    /// What it means if no answer comes to that request; <c>null</c>: as the kind of whoever asks has it.
    /// </summary>
    public SilenceRule? Silence { get; init; }

    /// <summary>
    /// Assignments of other directives that exclude this one; it is enough that one side says so. Nothing comes of it at
    /// bodies whose kind has no rule for it.
    /// </summary>
    public IReadOnlyList<AssignmentReference> ConflictsWith { get; init; } = [];

    /// <summary>Whether its end is reported at once, beside the consolidated report.</summary>
    public bool PromptReport { get; init; }

    /// <summary>
    /// How much of what it could ask for it does ask for, 0 to 1: what is carried out in full is this share
    /// of what would be else.
    /// </summary>
    public double Strength { get; init; } = 1;

    /// <summary>Whether it is worded to all alike, without a lead and a date, until a relay makes it concrete.</summary>
    public bool IsVague { get; init; }

    /// <summary>
    /// Who may add it to a document of its own. Empty: it is in the directive from the beginning. If not, it
    /// is a local one: nobody gets it but from those who add it, and it is no part of the original.
    /// </summary>
    public IReadOnlyList<Selector> AddedBy { get; init; } = [];

    /// <summary>Whether the document orders or requests; <c>null</c>: as the line of the addressee has it.</summary>
    public Mood? Mood { get; init; }
}

/// <summary>The mood in which an assignment is worded.</summary>
public enum Mood : byte
{
    /// <summary>An order (yêu cầu).</summary>
    Order = 0,

    /// <summary>A request (đề nghị) to a body that the issuer cannot command.</summary>
    Request = 1,
}
