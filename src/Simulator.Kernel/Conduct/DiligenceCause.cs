namespace Simulator.Kernel.Conduct;

/// <summary>What has lifted diligence. Numbers are fixed: they stand in journals.</summary>
public enum DiligenceCause : byte
{
    /// <summary>A directive was handled.</summary>
    Directive = 0,

    /// <summary>A reminder was registered.</summary>
    Reminder = 1,

    /// <summary>An inspection.</summary>
    Inspection = 2,

    /// <summary>A sanction.</summary>
    Sanction = 3,

    /// <summary>An outbreak.</summary>
    Outbreak = 4,

    /// <summary>The first of rising sanctions.</summary>
    RemindSanction = 5,

    /// <summary>The second of them.</summary>
    Reprimand = 6,

    /// <summary>The third, or a later one.</summary>
    Discipline = 7,
}
