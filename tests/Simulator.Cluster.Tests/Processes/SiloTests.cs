namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Tests that start silos as processes: one at a time, since each of them wants the whole machine.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SiloTests : ICollectionFixture<ThreeSilos>
{
    public const string Name = "silos";
}
