namespace Simulator.Kernel.Time;

/// <summary>A date on which an office does not work, whatever day of the week it is.</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">What is celebrated or compensated for, if said; only shown, never compared.</param>
public readonly record struct Holiday(CivilDate Date, string? Name = null);
