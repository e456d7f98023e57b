using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Blame;

/// <summary>
/// A body that never came to a milestone, and why. Removals are of waits, and whoever decided not to do a thing waits for
/// nothing: without this, such bodies would only be missing.
/// </summary>
/// <param name="Body">Index of the body.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="HoldUp">Where it is held up at the end of the run, if it is.</param>
public sealed record NeverThere(int Body, NeverReason Reason, HoldUp? HoldUp)
{
    /// <summary>Those of a directive's bodies that never came to a milestone, each with one reason.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="progress">Its progress at the end of the run.</param>
    /// <param name="at">The end of the run.</param>
    /// <param name="by">The milestone.</param>
    /// <param name="bodies">The bodies that did not come to it.</param>
    public static IReadOnlyList<NeverThere> Of(
        RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress> progress, int at, Milestone by, IEnumerable<int> bodies)
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(bodies);
        var holdUps = HoldUp.Of(trace, root, progress, at).ToLookup(each => each.Body);
        return
        [
            .. bodies.Select(body =>
            {
                var own = progress.GetValueOrDefault(body);
                // What was decided ends the matter; what is waited for could still come.
                var held = holdUps[body].Where(each => Hinders(each, own, by)).OrderByDescending(IsDecided).FirstOrDefault();
                return new NeverThere(body, ReasonOf(held, own), held);
            }),
        ];
    }

    private static NeverReason ReasonOf(HoldUp? held, BodyProgress? own) =>
        own is { Partly: not 0 } && (held is null || !IsDecided(held)) ? NeverReason.DoneInPart
        : held is not null ? NeverReason.HeldUp
        : own is null or { ArrivedAt: < 0 } ? NeverReason.NotReached
        : own.Flight is { IsWithdrawn: true } ? NeverReason.Withdrawn
        : NeverReason.Unknown;

    private static bool IsDecided(HoldUp holdUp) => holdUp.Cause is HoldUpCause.Ignored or HoldUpCause.Refused
        or HoldUpCause.GaveWay or HoldUpCause.LeftOut or HoldUpCause.DoneOtherwise or HoldUpCause.RelayIgnored;

    /// <summary>Whether it stands between a body and a milestone: reports and contributions do not keep it from complying.</summary>
    private static bool Hinders(HoldUp holdUp, BodyProgress? own, Milestone by) => by != Milestone.Complied || holdUp switch
    {
        { Cause: HoldUpCause.AwaitsReports or HoldUpCause.Unsent } => false,
        { Cause: HoldUpCause.ContributionLaidAside or HoldUpCause.ContributionIgnored } => false,
        { Step: Step.Compile or Step.SignReport or Step.IssueReport or Step.RegisterReport } => false,
        { Step: Step.Contribute or Step.IssueInput } => false,
        { Cause: HoldUpCause.UnderWay } => own is null or { ArrivedAt: < 0 },
        _ => true,
    };
}
