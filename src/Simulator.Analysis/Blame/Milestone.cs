namespace Simulator.Analysis.Blame;

/// <summary>What bodies come to with a directive, and by which a delay is measured.</summary>
public enum Milestone
{
    /// <summary>It is registered.</summary>
    Registered = 0,

    /// <summary>It is truly carried out in full, and relayed by those who relay.</summary>
    Complied = 1,

    /// <summary>The report has arrived where it goes to.</summary>
    Reported = 2,
}
