namespace Simulator.Tests.Cli;

/// <summary>A run where the program keeps runs unless it is told otherwise, so that it is the newest.</summary>
public sealed class NewestRun() : PlayedOnce("bac-kan-570")
{
    /// <summary>Its folder.</summary>
    internal static string Name { get; } = Path.Combine("runs", "bac-kan-570-base-s570");
}
