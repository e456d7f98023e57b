using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>A place where a directive does not go on: who, at which step, since when, and why.</summary>
public sealed record HoldUp
{
    /// <summary>Index of the body.</summary>
    public required int Body { get; init; }

    /// <summary>The step that has not ended; none where it is not a step.</summary>
    public required Step Step { get; init; }

    /// <summary>Since which tick.</summary>
    public required int Since { get; init; }

    /// <summary>Bodies below it that the directive has not reached because of it.</summary>
    public required int WaitingBelow { get; init; }

    /// <summary>Why.</summary>
    public required HoldUpCause Cause { get; init; }

    /// <summary>How many assignments, reports or papers the cause is about.</summary>
    public required int Count { get; init; }

    /// <summary>Index of the body whose answer is waited for; -1: nobody's.</summary>
    public int Whom { get; init; } = -1;

    /// <summary>Index of the body that has its file, since it is dissolved; -1: it has it itself.</summary>
    public int InHandsOf { get; init; } = -1;

    /// <summary>The hold-ups of one directive, those that most bodies wait for first.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="progress">Its progress at that moment.</param>
    /// <param name="at">The moment.</param>
    public static IReadOnlyList<HoldUp> Of(
        RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress> progress, int at)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        return new HoldUpFinder(trace, root, progress, at).Find();
    }

    /// <summary>Of them, those that are papers before a post; nobody counts who waits for them below.</summary>
    internal static IEnumerable<HoldUp> AtDesks(
        RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress> progress, int at) =>
        new HoldUpFinder(trace, root, progress, at).AtDesks();
}

/// <summary>Why a directive does not go on at a body.</summary>
public enum HoldUpCause
{
    /// <summary>Its paper was lost on the way.</summary>
    PaperLost,

    /// <summary>It is waiting for a person, or is in a person's hands.</summary>
    AtStep,

    /// <summary>The post that it waits for is not at work at this moment.</summary>
    OffHours,

    /// <summary>Laid aside until a reminder.</summary>
    LaidAside,

    /// <summary>The body has decided not to do it.</summary>
    Ignored,

    /// <summary>It waits for an approval.</summary>
    AwaitsApproval,

    /// <summary>It waits for an opinion before it assigns.</summary>
    AwaitsOpinion,

    /// <summary>It has passed up somebody's question and waits for the answer.</summary>
    AwaitsAnswer,

    /// <summary>It asked for approval and was refused.</summary>
    Refused,

    /// <summary>It waits for reports.</summary>
    AwaitsReports,

    /// <summary>The paper is on its way.</summary>
    UnderWay,

    /// <summary>Its paper did not contain what was meant for it.</summary>
    LeftOut,

    /// <summary>It came as something else, and was done so.</summary>
    DoneOtherwise,

    /// <summary>The relay is laid aside until a reminder.</summary>
    RelayLaidAside,

    /// <summary>The body has decided not to relay.</summary>
    RelayIgnored,

    /// <summary>It leads, and waits for the inputs of coordinating bodies.</summary>
    AwaitsInputs,

    /// <summary>What it was to contribute to others' assignments is laid aside until a reminder.</summary>
    ContributionLaidAside,

    /// <summary>It has decided not to contribute.</summary>
    ContributionIgnored,

    /// <summary>The sender is asked which older paper is meant.</summary>
    AwaitsClarification,

    /// <summary>It was dropped, for another superior asks for what excludes it.</summary>
    GaveWay,

    /// <summary>Two superiors ask for what excludes each other, and the body waits for a ruling.</summary>
    AwaitsRuling,

    /// <summary>Its paper has arrived in a box that nobody looks at.</summary>
    Unseen,

    /// <summary>Its report is done, and nobody has sent it.</summary>
    Unsent,

    /// <summary>It is dissolved, and its file is on its way to whoever takes it over.</summary>
    FileUnderWay,
}
