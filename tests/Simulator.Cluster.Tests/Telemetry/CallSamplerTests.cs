using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Simulator.Cluster.Telemetry;

namespace Simulator.Cluster.Tests.Telemetry;

/// <summary>
/// Sources of its own stand for Orleans', so that clusters in other tests are not listened to.
/// </summary>
public sealed class CallSamplerTests : IDisposable
{
    private const int Calls = 10_000;

    private readonly ActivitySource ours = new("ours, in tests of the sampler");
    private readonly ActivitySource calls = new("Microsoft.Orleans.Application, in tests of the sampler");

    [Fact]
    public void Of_calls_without_a_parent_about_one_in_a_hundred_is_recorded()
    {
        var recorded = Recorded(CallSampler.By(null, null), CallMany);

        // Seven standard deviations of a binomial with mean 100.
        Assert.InRange(recorded.Count, 30, 170);
    }

    [Fact]
    public void All_of_our_own_are_recorded_and_of_the_calls_that_they_make_one_in_a_hundred()
    {
        var random = new Random(1);
        var recorded = Recorded(CallSampler.By(null, null, random.NextDouble), () =>
        {
            for (var slice = 0; slice < 100; slice++)
            {
                using var ours = this.ours.StartActivity("simulator.slice");
                CallMany(Calls / 100);
            }
        });
        Assert.Equal(100, recorded.Count(activity => activity.OperationName == "simulator.slice"));
        Assert.InRange(recorded.Count - 100, 30, 170);
    }

    [Fact]
    public void What_a_recorded_call_causes_is_recorded_with_it_and_what_another_causes_is_not()
    {
        var draws = new Queue<double>([0.005, 0.5]);
        var recorded = Recorded(CallSampler.By(null, null, draws.Dequeue), () =>
        {
            using var ours = this.ours.StartActivity("simulator.slice");
            using (calls.StartActivity("first", ActivityKind.Client))
            using (calls.StartActivity("caused by the first", ActivityKind.Server))
            {
            }

            Assert.Null(calls.StartActivity("second", ActivityKind.Client));
        });
        Assert.Equal(
            ["caused by the first", "first", "simulator.slice"],
            recorded.Select(activity => activity.OperationName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("always_on", null, Calls, Calls)]
    [InlineData("parentbased_always_on", null, Calls, Calls)]
    [InlineData("always_off", null, 0, 0)]
    [InlineData("parentbased_always_off", null, 0, 0)]
    [InlineData("traceidratio", "0", 0, 0)]
    [InlineData("traceidratio", "1", Calls, Calls)]
    [InlineData("parentbased_traceidratio", "0.5", 4_650, 5_350)]
    [InlineData("parentbased_traceidratio", "many", Calls, Calls)]
    [InlineData("of another vendor", "1", 30, 170)]
    public void The_sampler_of_the_environment_decides_on_calls(string name, string? share, int least, int most)
    {
        var sampler = CallSampler.By(name, share);
        Assert.InRange(Recorded(sampler, CallMany).Count, least, most);
        var withOurs = Recorded(sampler, () =>
        {
            using var ours = this.ours.StartActivity("simulator.run");
            CallMany();
        });
        Assert.InRange(withOurs.Count - 1, least, most);
    }

    public void Dispose()
    {
        ours.Dispose();
        calls.Dispose();
    }

    private void CallMany() => CallMany(Calls);

    private void CallMany(int count)
    {
        for (var call = 0; call < count; call++)
        {
            calls.StartActivity("IBodyGrain/Play", ActivityKind.Client)?.Dispose();
        }
    }

    private List<Activity> Recorded(Sampler sampler, Action what)
    {
        var sink = new Sink();
        using (Sdk.CreateTracerProviderBuilder()
            .AddSource(ours.Name, calls.Name)
            .SetSampler(sampler)
            .AddProcessor(sink)
            .Build())
        {
            what();
        }

        return [.. sink.Ended];
    }

    private sealed class Sink : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Ended { get; } = [];

        public override void OnEnd(Activity data)
        {
            if (data.Recorded)
            {
                Ended.Enqueue(data);
            }
        }
    }
}
