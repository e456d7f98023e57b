namespace Simulator.Kernel.Conduct;

/// <summary>
/// Lifts of diligence, each from -1 to 1. Above zero: the share by which what is missing to full diligence
/// shrinks. Below zero: the share by which diligence itself shrinks, for being watched may also put off.
/// </summary>
public sealed record DiligenceLifts
{
    /// <summary>By a directive, when its handling has ended.</summary>
    public double Directive { get; init; }

    /// <summary>By a reminder, when it is registered.</summary>
    public double Reminder { get; init; }

    /// <summary>By an inspection.</summary>
    public double Inspection { get; init; }

    /// <summary>By a sanction.</summary>
    public double Sanction { get; init; }

    /// <summary>By an outbreak at its place.</summary>
    public double Outbreak { get; init; }

    /// <summary>By the first of rising sanctions (nhắc nhở); <c>null</c>: as <see cref="Sanction"/>.</summary>
    public double? RemindSanction { get; init; }

    /// <summary>By the second (phê bình); <c>null</c>: as <see cref="Sanction"/>.</summary>
    public double? Reprimand { get; init; }

    /// <summary>By the third and all later ones (kỷ luật); <c>null</c>: as <see cref="Sanction"/>.</summary>
    public double? Discipline { get; init; }
}
