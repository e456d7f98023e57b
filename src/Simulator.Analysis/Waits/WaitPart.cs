namespace Simulator.Analysis.Waits;

/// <summary>Minutes of a leg that have one reason.</summary>
/// <param name="Reason">Why they passed.</param>
/// <param name="Minutes">Elapsed minutes, more than 0.</param>
public readonly record struct WaitPart(WaitReason Reason, int Minutes);
