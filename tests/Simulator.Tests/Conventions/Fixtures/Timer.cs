namespace Simulator.Tests.Conventions.Fixtures;

/// <summary>Breaks the rule that what others own is not named again.</summary>
internal sealed class Timer
{
}
