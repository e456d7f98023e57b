namespace Simulator.Tests.Cli;

/// <summary>A run in the folder <c>run</c>, to be asked many times.</summary>
public sealed class KeptRun() : PlayedOnce("bac-kan-570", "--out", "run");
