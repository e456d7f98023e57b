namespace Simulator.Analysis.Waits;

/// <summary>
/// Why a minute of a paper's way passed. Every elapsed minute of a leg has exactly one reason. Numbers are fixed: they
/// stand in stores. <c>docs/measures.md</c>, <i>Why it waited</i>, defines each, and says which comes first.
/// </summary>
public enum WaitReason : byte
{
    /// <summary>Never given.</summary>
    None = 0,

    /// <summary>Somebody worked on it, in the hours of the post.</summary>
    Work = 1,

    /// <summary>It was under way.</summary>
    Travel = 2,

    /// <summary>It had arrived where nobody looked.</summary>
    Unseen = 3,

    /// <summary>The post was not at work: before anybody took it up, or while begun work rested.</summary>
    OffHours = 4,

    /// <summary>Whoever took it up had a more urgent paper in hand.</summary>
    MoreUrgentPaper = 5,

    /// <summary>He had another paper in hand that was not more urgent.</summary>
    EarlierPaper = 6,

    /// <summary>The papers of the day that belong to no directive.</summary>
    BackgroundLoad = 7,

    /// <summary>It lay until an hour of the day, a collection or a meeting.</summary>
    Batching = 8,

    /// <summary>Somebody was away.</summary>
    Absence = 9,

    /// <summary>An opinion, an approval, a ruling or a clarification was awaited, or silence.</summary>
    Opinion = 10,

    /// <summary>The lead waited for those who coordinate.</summary>
    CoordinatingBodies = 11,

    /// <summary>Reports of those below were awaited.</summary>
    SubordinatesReports = 12,

    /// <summary>It was laid aside or ignored, until somebody got it going.</summary>
    Stall = 13,

    /// <summary>It lay until the body was dissolved and handed it over.</summary>
    HandOver = 14,

    /// <summary>It had not come, until it was sent again.</summary>
    Retry = 15,

    /// <summary>It was issued on an observed date, and not before.</summary>
    Pinned = 16,

    /// <summary>Anything else that a rule sets.</summary>
    Decision = 17,
}
