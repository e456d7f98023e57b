using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Office;

/// <summary>
/// Who signs implementing documents instead of the leadership (Decree 30/2020/NĐ-CP, Article 13): by order (TL.)
/// as a rule of the office, or by authorisation (TUQ.) while nobody of the leadership is there. A deputy who signs
/// for a head who is away (KT.) is a <see cref="Resource.Deputies">deputy</see> of the leadership.
/// </summary>
public sealed record SigningRule
{
    /// <summary>The probability, 0 to 1, that a document is one that is signed by order (TL.).</summary>
    public double ByOrder { get; init; }

    /// <summary>The highest urgency of a document that is.</summary>
    public Urgency UpTo { get; init; } = Urgency.TimedExpress;

    /// <summary>
    /// The probability, 0 to 1, that a document which finds nobody of the leadership there is signed by
    /// authorisation (TUQ.).
    /// </summary>
    public double ByAuthorisation { get; init; }

    /// <summary>Whose hands it is in then.</summary>
    public Post By { get; init; } = Post.Staff;
}
