namespace Simulator.Analysis.Measures;

/// <summary>What nobody heard of a directive: papers that nobody saw, reports that nobody sent, what was sent again without word.</summary>
/// <param name="Unseen">Papers of any class that arrived unseen.</param>
/// <param name="StillUnseen">Those that nobody has noticed.</param>
/// <param name="Unsent">Bodies whose consolidated report was done and not sent.</param>
/// <param name="StillUnsent">Those for which it is so still.</param>
/// <param name="Resent">How often the directive was sent again, for want of an acknowledgement.</param>
public sealed record UnheardPapers(int Unseen, int StillUnseen, int Unsent, int StillUnsent, int Resent)
{
    /// <summary>Counts them; <c>null</c>: there are none.</summary>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of the directive.</param>
    public static UnheardPapers? Of(IReadOnlyDictionary<int, BodyProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var all = progress.Values;
        var counts = new UnheardPapers(
            all.Sum(each => each.Unseen), all.Sum(each => each.Unseen - each.Noticed), all.Count(each => each.WasUnsent),
            all.Count(each => each.UnsentAt >= 0), all.Sum(each => each.Resent));
        return counts is { Unseen: 0, Unsent: 0, Resent: 0 } ? null : counts;
    }
}
