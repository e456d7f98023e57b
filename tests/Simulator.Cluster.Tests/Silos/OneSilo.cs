namespace Simulator.Cluster.Tests.Silos;

/// <summary>One silo for all tests of a class.</summary>
public sealed class OneSilo : IAsyncLifetime
{
    internal TestSilos Silos { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Silos = await TestSilos.Start(1);

    public ValueTask DisposeAsync() => Silos.DisposeAsync();
}
