namespace Simulator.Cluster.Tests.Silos;

/// <summary>Three silos for all tests of a class.</summary>
public sealed class ThreeSilos : IAsyncLifetime
{
    internal TestSilos Silos { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Silos = await TestSilos.Start(3);

    public ValueTask DisposeAsync() => Silos.DisposeAsync();
}
