namespace Simulator.Tests.Conventions.Fixtures;

/// <summary>Breaks the rule that classes are sealed.</summary>
public class OpenClass
{
}
