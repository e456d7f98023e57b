using System.Collections;
using System.Diagnostics.Metrics;
using Simulator.Cluster.Telemetry;

namespace Simulator.Cluster.Tests.Telemetry;

/// <summary>Of one collection with all that listen to this process, so that no two of them do at once.</summary>
[Collection(Listening)]
public sealed class TelemetryTests
{
    internal const string Listening = "listens to this process";

    [Fact]
    public void A_collector_hears_of_runs_and_rounds_when_the_silo_ends_at_the_latest()
    {
        using var collector = new Collector();
        using (var export = TelemetryExport.Start(Environment(collector.Endpoint)))
        {
            Assert.NotNull(export);
            using var agenda = ClusterTelemetry.Agenda.Open();
            agenda.Set(12);
            ClusterTelemetry.MoveRun(null, RunStates.Running);
            using (var epoch = ClusterTelemetry.StartEpoch("run-of-the-test", 1))
            using (ClusterTelemetry.StartSlice("run-of-the-test", 480, epoch?.Id))
            {
                ClusterTelemetry.EndRound(ClusterTelemetry.BeginRound(), bodies: 7, papers: 9);
            }

            ClusterTelemetry.MoveRun(RunStates.Running, RunStates.Ended);
        }

        Assert.Equal(collector.Posts, collector.PostsTo("/v1/traces") + collector.PostsTo("/v1/metrics"));
        Assert.True(collector.Heard("/v1/traces", "simulator-silo"u8));
        Assert.True(collector.Heard("/v1/traces", "run-of-the-test"u8));
        Assert.True(collector.Heard("/v1/traces", "simulator.epoch"u8));
        Assert.True(collector.Heard("/v1/traces", "simulator.slice"u8));
        Assert.True(collector.Heard("/v1/metrics", "simulator-silo"u8));
        Assert.True(collector.Heard("/v1/metrics", "simulator.rounds"u8));
        Assert.True(collector.Heard("/v1/metrics", "simulator.round.duration"u8));
        Assert.True(collector.Heard("/v1/metrics", "simulator.agenda.length"u8));
        Assert.True(collector.Heard("/v1/metrics", "simulator.run.state"u8));
        Assert.True(collector.Heard("/v1/metrics", "dotnet.gc.collections"u8));
    }

    [Fact]
    public void The_name_of_the_service_may_be_given_in_the_environment()
    {
        using var collector = new Collector();
        var environment = Environment(collector.Endpoint);
        environment["OTEL_SERVICE_NAME"] = "silo-of-the-north";
        using (TelemetryExport.Start(environment))
        {
            ClusterTelemetry.StartEpoch("named", 1)?.Dispose();
        }

        Assert.True(collector.Heard("/v1/traces", "silo-of-the-north"u8));
        Assert.False(collector.Heard("/v1/traces", "simulator-silo"u8));
    }

    [Fact]
    public void Nothing_is_sent_or_listened_to_unless_a_collector_is_named()
    {
        Assert.Null(TelemetryExport.Start(new Hashtable()));
        Assert.Null(TelemetryExport.Start(new Hashtable { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = " " }));
        var disabled = Environment("http://127.0.0.1:9");
        disabled["OTEL_SDK_DISABLED"] = "true";
        Assert.Null(TelemetryExport.Start(disabled));
        Assert.Null(ClusterTelemetry.StartEpoch("unheard", 1));
        Assert.Equal(0, ClusterTelemetry.BeginRound());
    }

    [Theory]
    [InlineData("collector:4317", "grpc", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("nonsense", "grpc", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("http://localhost:4317", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL")]
    public void A_collector_that_cannot_be_one_is_refused_by_the_name_of_the_variable(
        string endpoint, string protocol, string variable)
    {
        var environment = Environment(endpoint);
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
        var refused = Assert.Throws<ClusterException>(() => TelemetryExport.Start(environment));
        Assert.StartsWith(variable, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_nobody_listens_to_allocates_nothing()
    {
        using var papers = ClusterTelemetry.PapersUnderWay.Open();
        Play();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Play();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Play()
        {
            for (var round = 0; round < 1_000; round++)
            {
                papers.Set(round);
                ClusterTelemetry.EndRound(ClusterTelemetry.BeginRound(), 3, 4);
            }
        }
    }

    [Fact]
    public void A_backlog_is_the_sum_of_its_parts_and_forgets_those_that_are_gone()
    {
        var backlog = new Backlog();
        var (first, second) = (backlog.Open(), backlog.Open());
        first.Set(5);
        second.Set(7);
        first.Set(2);
        Assert.Equal(9, backlog.Total);
        second.Dispose();
        Assert.Equal(2, backlog.Total);
    }

    [Fact]
    public void Every_instrument_is_explained_with_its_unit()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "telemetry.md"));
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == ClusterTelemetry.Name)
                {
                    instruments.Add(instrument);
                }
            },
        };
        ClusterTelemetry.MoveRun(null, null);
        listener.Start();
        Assert.Equal(12, instruments.Count);
        Assert.All(instruments, instrument =>
            Assert.Matches($@"(?m)^\| `{instrument.Name}` \|[^|]+\| `{instrument.Unit}` \|[^|]+\|$", page));
    }

    private static Hashtable Environment(string endpoint) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simulator.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
