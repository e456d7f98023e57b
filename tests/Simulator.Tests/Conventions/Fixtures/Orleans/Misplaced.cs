namespace Simulator.Tests.Conventions.Fixtures.Orleans;

/// <summary>Breaks the rule that no namespace ends in .Orleans.</summary>
internal sealed class Misplaced
{
}
