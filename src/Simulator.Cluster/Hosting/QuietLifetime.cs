using Microsoft.Extensions.Hosting;

namespace Simulator.Cluster.Hosting;

/// <summary>Leaves Ctrl-C to the command line, which knows what is to be kept.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
