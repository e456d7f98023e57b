namespace Simulator.Analysis.Waits;

/// <summary>Minutes by reason, added up.</summary>
public sealed class WaitSum
{
    private readonly long[] minutes = new long[WaitReasons.Count];

    /// <summary>Minutes of a reason.</summary>
    /// <param name="reason">The reason.</param>
    public long this[WaitReason reason] => minutes[(int)reason];

    /// <summary>Minutes of all reasons.</summary>
    public long Elapsed => minutes.Sum();

    /// <summary>Of them: minutes in the hours of the posts that the paper was before; see <see cref="WaitReasons.IsInHours"/>.</summary>
    public long InHours => Parts.Where(part => part.Reason.IsInHours()).Sum(part => part.Minutes);

    /// <summary>Those that are not 0, in the order of their numbers.</summary>
    public IEnumerable<(WaitReason Reason, long Minutes)> Parts =>
        WaitReasons.All.Where(reason => this[reason] != 0).Select(reason => (reason, this[reason]));

    internal void Add(WaitReason reason, long more) => minutes[(int)reason] += more;

    internal void Add(ReadOnlySpan<WaitPart> parts)
    {
        foreach (var part in parts)
        {
            Add(part.Reason, part.Minutes);
        }
    }

    internal void Add(WaitSum other)
    {
        for (var reason = 0; reason < minutes.Length; reason++)
        {
            minutes[reason] += other.minutes[reason];
        }
    }
}
