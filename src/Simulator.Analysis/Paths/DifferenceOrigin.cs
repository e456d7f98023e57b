namespace Simulator.Analysis.Paths;

/// <summary>A place at which a difference began: what left it was later, or earlier, by more or less than what came.</summary>
/// <param name="Body">The body.</param>
/// <param name="Stage">Where: on the way to it, until its relay left, or, if it relays to nobody, until it complied.</param>
/// <param name="Minutes">By how much later it left, less by how much later it came; below 0: it caught up.</param>
/// <param name="Inherited">How many bodies below it have got their paper later as well, or earlier as well.</param>
public sealed record DifferenceOrigin(BodyDifference Body, OriginStage Stage, int Minutes, int Inherited)
{
    /// <summary>Minutes of all whom it concerned, itself included; what came later below may have other reasons too.</summary>
    public long Weight => Math.Abs((long)Minutes) * (1 + Inherited);
}
