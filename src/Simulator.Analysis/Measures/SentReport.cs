namespace Simulator.Analysis.Measures;

/// <summary>
/// One report that a body has sent up, with what went into it. A body's figures are its own and those of the
/// reports that it had taken in: the <see cref="Parts"/>.
/// </summary>
public sealed record SentReport
{
    /// <summary>Index of the sender.</summary>
    public required int Body { get; init; }

    /// <summary>Which of its periodic reports on a directive it is, from 1; 0: the last, consolidated one.</summary>
    public required int Number { get; init; }

    /// <summary>The tick at which its figures were closed.</summary>
    public required int FiguresAt { get; init; }

    /// <summary>The bodies that it counts, the sender included.</summary>
    public required int Counted { get; init; }

    /// <summary>Of them: complied, as the sender knew.</summary>
    public required int Known { get; init; }

    /// <summary>The same as it says: what <see cref="Known"/> became by embellishment and error.</summary>
    public int Claimed { get; internal set; }

    /// <summary>When it left; -1: it has not yet.</summary>
    public int SentAt { get; internal set; } = -1;

    /// <summary>When it arrived where the body reports to; -1: not, or not yet.</summary>
    public int ArrivedAt { get; internal set; } = -1;

    /// <summary>Index of the body where it arrived; -1: none, or not yet.</summary>
    public int To { get; internal set; } = -1;

    /// <summary>The reports that it adds up.</summary>
    public required IReadOnlyList<SentReport> Parts { get; init; }

    /// <summary>
    /// On which of its sender's papers it is: 0 the first, 1 and more one that was taken for a new directive, so that
    /// its sender is counted once more.
    /// </summary>
    public byte Route { get; init; }

    /// <summary>The bodies that it counts, each as often as it is counted.</summary>
    public IEnumerable<int> Bodies() => Reports().Select(report => report.Body);

    /// <summary>Itself and the reports that it adds up, those that these add up, and so on.</summary>
    public IEnumerable<SentReport> Reports()
    {
        var open = new Stack<SentReport>([this]);
        while (open.TryPop(out var report))
        {
            yield return report;
            foreach (var part in report.Parts)
            {
                open.Push(part);
            }
        }
    }
}
