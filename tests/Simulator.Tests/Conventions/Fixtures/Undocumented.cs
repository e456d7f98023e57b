namespace Simulator.Tests.Conventions.Fixtures;

public sealed class Undocumented
{
    public int Number { get; init; }
}
