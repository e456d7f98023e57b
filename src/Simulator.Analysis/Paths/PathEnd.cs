namespace Simulator.Analysis.Paths;

/// <summary>Where a path ends, and with it the makespan of a directive.</summary>
public enum PathEnd
{
    /// <summary>The last of the bodies that have complied.</summary>
    Complied = 0,

    /// <summary>The issuer has all reports, or closes without them.</summary>
    Reported = 1,
}
