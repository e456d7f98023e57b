using System.Collections.Concurrent;
using Simulator.Analysis.Hindcast;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Every scenario that is shipped, with the same journal whoever carries it. What one thread makes of it in
/// the process is what all others are held against.
/// </summary>
[Collection(SiloTests.Name)]
public sealed class EngineMatrixTests(ThreeSilos three, ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<(string, string), Lazy<Task<Played>>> expected = new();

    /// <summary>
    /// Those in which a silo is killed: all but the scenarios of single mechanisms, which end too soon to be hit and
    /// take a new silo each. With SIMULATOR_KILLS set they are among them.
    /// </summary>
    public static TheoryData<string> ScenariosToDisturb =>
        [.. Scenario.Shipped.Where(file => KilledSiloTests.IsLong || Path.GetDirectoryName(file) != "mechanisms")];

    /// <summary>
    /// Every scenario, as it is and with the last of its variants, which often combines others.
    /// </summary>
    public static TheoryData<string, string> ScenariosAndVariants
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var scenario in Scenario.Shipped)
            {
                data.Add(scenario, "base");
                if (Scenario.VariantsOf(scenario) is [.., var last])
                {
                    data.Add(scenario, last);
                }
            }

            return data;
        }
    }

    private static ClusterPorts Ports { get; } = new(new ScenarioModelSource(), [ObservedPapers.Instance]);

    [Theory]
    [MemberData(nameof(ScenariosAndVariants))]
    public async Task All_cores_play_a_scenario_as_one_thread_does(string scenario, string variant)
    {
        var order = Load(scenario, variant).Order;
        // At least two, and shared in every round, so that threads do meet on any machine.
        var cores = order.Options with { Threads = Math.Max(2, Environment.ProcessorCount), ParallelFrom = 1 };
        await using var engine = new LocalEngine();
        (await Expected(scenario, variant)).IsAlso(await Played.On(engine, order with { Options = cores }));
    }

    [OnClusterTheory]
    [MemberData(nameof(ScenariosAndVariants))]
    public async Task One_silo_plays_a_scenario_as_one_thread_does(string scenario, string variant)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var engine = await ClusterAvailability.Open().StartHere(Ports, 3, cancellation);
        (await Expected(scenario, variant)).IsAlso(await Played.On(engine, Load(scenario, variant).Order));
    }

    [OnClusterTheory]
    [MemberData(nameof(ScenariosAndVariants))]
    public async Task Three_silos_play_a_scenario_as_one_thread_does(string scenario, string variant)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var group = await three.Get();
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, cancellation);
        (await Expected(scenario, variant)).IsAlso(await Played.On(engine, Load(scenario, variant).Order));
    }

    [OnClusterTheory]
    [MemberData(nameof(ScenariosToDisturb))]
    public async Task Three_silos_of_which_one_is_killed_play_a_scenario_as_one_thread_does(string scenario)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var group = await three.Get();
        var order = Load(scenario, "base").Order;
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, cancellation);
        await Played.On(engine, order);
        var undisturbed = await Played.On(engine, order); // the second: nothing is compiled any more
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (victim, wait) = (random.Next(3), random.NextDouble() * undisturbed.Reading.Elapsed);
        output.WriteLine($"Seed {seed}: silo {victim} is killed after {wait.TotalMilliseconds:0} ms.");

        var reading = new Reading();
        var playing = Played.On(engine, order, reading);
        await Task.Delay(wait, cancellation);
        group.Silos[victim].Kill();
        var hit = !playing.IsCompleted;
        var replacing = group.Replace(victim, cancellation);
        var played = await playing;
        await replacing;

        output.WriteLine($"The run was {(hit ? "under way" : "over")}; {string.Join("; ", reading.News.Select(news => news.What))}");
        (await Expected(scenario, "base")).IsAlso(undisturbed);
        (await Expected(scenario, "base")).IsAlso(played);
    }

    private static Scenario Load(string scenario, string variant) =>
        Scenario.Load(scenario, variant == "base" ? null : variant);

    private static Task<Played> Expected(string scenario, string variant) => expected.GetOrAdd(
        (scenario, variant), _ => new Lazy<Task<Played>>(() => Played.On(new LocalEngine(), Load(scenario, variant).Order))).Value;
}
