namespace Simulator.Tests.Cli;

/// <summary>A run in whose course the districts were dissolved; it is the newest.</summary>
public sealed class ReformedRun() : PlayedOnce("mechanisms/reform-in-mid-run", "--seed", "35");
