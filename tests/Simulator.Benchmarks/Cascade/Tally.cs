namespace Simulator.Benchmarks.Cascade;

/// <summary>What a run of either model counts. Times are in the model's own unit.</summary>
internal sealed class Tally(int directives)
{
    /// <summary>Events executed, by <see cref="Kind"/>; a timer of a closed record never counts.</summary>
    public long[] Counts { get; } = new long[Kind.Count];

    /// <summary>When the root closed each directive.</summary>
    public long[] RootDone { get; } = new long[directives];

    /// <summary>The sum of waits for the clerk, modulo 2^64.</summary>
    public ulong WaitSum { get; set; }

    /// <summary>Bodies that complied, whether or not the report of it came in time.</summary>
    public long Complied { get; set; }

    /// <summary>Compliance as the root has it when it closes, all directives together.</summary>
    public long RootCompliance { get; set; }

    /// <summary>Reports that found their receiver closed.</summary>
    public long LateReports { get; set; }

    /// <summary>Own work that ended after its body had closed.</summary>
    public long LateOwnWork { get; set; }

    /// <summary>Records closed by the cut-off.</summary>
    public long CutOffs { get; set; }

    /// <summary>Stalls ended by a reminder.</summary>
    public long Unstalled { get; set; }

    /// <summary>Own work that was not done when the run ended.</summary>
    public long NeverDone { get; set; }

    /// <summary>All events executed.</summary>
    public long Events => Counts.Sum();

    /// <summary>The end of both models' fingerprints.</summary>
    public string Outcome() => $"comp={Complied} rootc={RootCompliance} root={string.Join(',', RootDone)} "
        + $"lr={LateReports} lt={LateOwnWork} dc={CutOffs} us={Unstalled} st={NeverDone}";
}
