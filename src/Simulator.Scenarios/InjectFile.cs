namespace Simulator.Scenarios;

/// <summary>A file of injects, as a trainer brings them into a run.</summary>
/// <param name="Name">What problems call it.</param>
/// <param name="Text">The YAML.</param>
/// <param name="NotBefore">
/// The tick from which on they may begin: what happened before is history; 0 for a run from its start.
/// </param>
public sealed record InjectFile(string Name, string Text, int NotBefore = 0);
