namespace Simulator.Tests.Conventions.Fixtures;

/// <summary>Breaks the rule that a name says what a thing is.</summary>
internal sealed class PaperManager
{
}
