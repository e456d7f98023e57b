namespace Simulator.Analysis.Measures.Delays;

/// <summary>The times of the bodies of one level, kind, line or place.</summary>
/// <param name="Name">Name of the level or line, or id of the kind or of the body at whose head the place stands.</param>
/// <param name="Bodies">How many of them are addressed; of several directives a body counts once for each.</param>
/// <param name="Times">One for each <see cref="TimeTo"/>, in their order.</param>
public sealed record DelayGroup(string Name, int Bodies, IReadOnlyList<DelayFigures> Times);
