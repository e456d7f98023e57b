namespace Simulator.Kernel.Office;

/// <summary>
/// What tells a dossier that a body has taken over, or that was relayed before a restructuring, from others: whose it
/// was, and in which organisation it was relayed.
/// </summary>
/// <param name="For">Index of the body that was dissolved and whose dossier it was; -1: the body's own.</param>
/// <param name="Route">By which route the root had come to that body.</param>
/// <param name="Structure">The number of the organisation whose addressees it has, or is to have.</param>
internal readonly record struct Takeover(int For, byte Route, byte Structure)
{
    /// <summary>A dossier of the body's own, relayed in the organisation of the start, or not yet.</summary>
    internal static Takeover None => new(-1, 0, 0);
}
