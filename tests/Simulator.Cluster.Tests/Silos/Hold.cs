namespace Simulator.Cluster.Tests.Silos;

/// <summary>Keeps others waiting until it is let go, at the latest when the test ends.</summary>
internal sealed class Hold : IDisposable
{
    private readonly TaskCompletionSource released = new();

    public void Wait() => released.Task.Wait();

    public void Release() => released.TrySetResult();

    public void Dispose() => Release();
}
