namespace Simulator.Tests.Cli;

/// <summary>A run in which papers are laid aside, so that some bodies never comply; it is the newest.</summary>
public sealed class LaidAsideRun() : PlayedOnce("mechanisms/laid-aside");
