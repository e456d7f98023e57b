using Simulator.Kernel.Chance;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// What a paper is to another that was issued before: it implements, replaces or changes it (Decree
/// 30/2020/NĐ-CP, Article 18(3) and (4)).
/// </summary>
public sealed record PaperRelation
{
    /// <summary>Which relation it is.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>Id of the other, older directive.</summary>
    public required string Directive { get; init; }

    /// <summary>
    /// What becomes of an older paper that is registered when the newer is handled: <c>true</c>: it yields;
    /// <c>false</c>: it stays as it is, as on the live exchange axis.
    /// </summary>
    public bool RegisteredYields { get; init; }

    /// <summary>Whether work of the older that is in hand is finished, and not stopped at once.</summary>
    public bool FinishesWork { get; init; }

    /// <summary>The share of copies whose reference to the older paper is mistyped.</summary>
    public double Mistyped { get; init; }

    /// <summary>
    /// Whether a clerk to whom the reference does not resolve asks the sender before he goes on.
    /// </summary>
    public bool Clarifies { get; init; }

    /// <summary>What an update changes, assignment by assignment.</summary>
    public IReadOnlyList<AssignmentChange> Changes { get; init; } = [];
}

/// <summary>What a paper can be to an older one. Numbers are fixed: they stand in the model's hash.</summary>
public enum RelationKind : byte
{
    /// <summary>It refers to it and does nothing to it (căn cứ).</summary>
    Implements = 1,

    /// <summary>It takes its place: where it is handled the older loses force (thay thế).</summary>
    Supersedes = 2,

    /// <summary>The same paper once more, with the right content (business kind 3 of the exchange axis).</summary>
    Replaces = 3,

    /// <summary>It changes due dates or lengths of work (business kind 2).</summary>
    Updates = 4,

    /// <summary>It corrects a formal slip, and nothing changes but the file (đính chính).</summary>
    Corrects = 5,
}

/// <summary>What an update changes in one assignment of the older paper.</summary>
/// <param name="Assignment">Id of the assignment.</param>
/// <param name="Due">When it is due from then on; <c>null</c>: as it was.</param>
/// <param name="Takes">How long it takes where it has not begun; <c>null</c>: as it was.</param>
public sealed record AssignmentChange(string Assignment, Tick? Due, Distribution? Takes);
