namespace Simulator.Analysis.Paths;

/// <summary>The moments of a body by which two courses of a directive are compared.</summary>
public enum CourseMoment
{
    /// <summary>The first paper arrived.</summary>
    Arrived = 0,

    /// <summary>It was registered.</summary>
    Registered = 1,

    /// <summary>Its relay left.</summary>
    Relayed = 2,

    /// <summary>It complied.</summary>
    Complied = 3,

    /// <summary>Its report arrived where it reports to.</summary>
    Reported = 4,
}
