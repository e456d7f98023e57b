using Simulator.Tests.Analysis.Store;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Exports.OpenMetrics;

/// <summary>Shipped scenarios as metrics, each told once for all who ask.</summary>
public sealed class ToldRuns : IDisposable
{
    private readonly Dictionary<string, ToldRun> told = new(StringComparer.Ordinal);

    internal ToldRun Of(string scenario)
    {
        if (!told.TryGetValue(scenario, out var run))
        {
            told[scenario] = run = new ToldRun(new StoredRun(ShippedRun.Base(scenario)));
        }

        return run;
    }

    public void Dispose()
    {
        foreach (var run in told.Values)
        {
            run.Dispose();
        }
    }
}
