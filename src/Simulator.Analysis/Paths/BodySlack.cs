namespace Simulator.Analysis.Paths;

/// <summary>The least slack that anything of a body had.</summary>
/// <param name="Body">Index of the body.</param>
/// <param name="Minutes">Minutes; <c>null</c>: the end waited for nothing of it.</param>
/// <param name="IsOnPath">Whether the path runs through it.</param>
public sealed record BodySlack(int Body, int? Minutes, bool IsOnPath);
