using Orleans.TestingHost;
using Simulator.Benchmarks.Cascade.Published;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Cluster;
using Simulator.Cluster.Hosting;
using Simulator.Cluster.Runs;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cluster;

/// <summary>
/// What a round costs when it is shared: the same run with its three regions on one silo, and on three that
/// talk over sockets of this machine. Rounds are narrow, so that it is the barrier that is seen.
/// </summary>
internal static class ClusterBarrier
{
    private const int Regions = 3;
    private const int Times = 3;

    public static async Task<int> Run()
    {
        var bars = new Bars();
        var text = CascadeSource.TextOf(2, 9, 10);
        var model = new CascadeSource().Load(text);
        var options = new RunOptions { Seed = PublishedFigures.Seed };
        var inProcess = InProcessEngine.Run(model, options);
        Console.WriteLine(FormattableString.Invariant(
            $"{model.Bodies.Count:N0} bodies, {inProcess.Rounds:N0} rounds, {inProcess.BodyRounds:N0} body calls"));
        foreach (var silos in new[] { 1, Regions })
        {
            var (best, digest) = await Play(silos, new RunOrder { Text = text, Model = model, Options = options });
            Console.WriteLine(FormattableString.Invariant(
                $"  three regions on {silos} silos: {best.TotalMicroseconds / inProcess.Rounds,8:F0} us a round"));
            bars.Judge(digest == inProcess.Digest, $"  digest as in process, {inProcess.Digest}");
        }

        return bars.ExitCode;
    }

    private static async Task<(TimeSpan Best, Digest Digest)> Play(int silos, RunOrder order)
    {
        var builder = new TestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.ConnectionTransport = ConnectionTransportType.TcpSocket;
        builder.AddSiloBuilderConfigurator<CascadeSilo>();
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var engine = new ClusterEngine(cluster.Client, Regions / silos, () => default);
        var (best, digest) = (TimeSpan.MaxValue, default(Digest));
        for (var time = 0; time < Times; time++)
        {
            var playing = PlayingTime.Listen();
            digest = (await engine.Run(order, new JournalReader(), null, default)).Digest;
            var took = playing();
            best = took < best ? took : best;
        }

        return (best, digest);
    }

    private sealed class CascadeSilo : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder)
        {
            siloBuilder.AddMemoryGrainStorage(RunLedger.Storage);
            siloBuilder.UseInMemoryReminderService();
            ClusterServices.Add(siloBuilder.Services, new ClusterPorts(new CascadeSource(), []));
        }
    }
}
