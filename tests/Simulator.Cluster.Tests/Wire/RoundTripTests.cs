using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Simulator.Cluster.Regions;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Tests.Wire;

public sealed class RoundTripTests
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSerializer(builder => builder.AddAssembly(typeof(RoundCall).Assembly)).BuildServiceProvider();

    private static readonly Serializer Serializer = Services.GetRequiredService<Serializer>();

    public static TheoryData<string> Types => [.. CrossingTypes.All.Select(type => type.ToString())];

    [Theory]
    [MemberData(nameof(Types))]
    public void What_crosses_arrives_as_it_left_field_by_field(string name)
    {
        var type = CrossingTypes.All.Single(one => one.ToString() == name);
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var sent = new RandomValues(seed).Of(type);
            var arrived = typeof(RoundTripTests).GetMethod(nameof(Passed), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type).Invoke(null, [sent]);
            Assert.Null(RandomValues.Difference(sent, arrived, $"seed {seed}, {name}"));
        }
    }

    [Fact]
    public void The_kernels_own_values_are_among_what_crosses() => Assert.Equal(
        [
            typeof(Plain<BodyRun>), typeof(Plain<DeskMove>), typeof(Plain<Message>), typeof(Plain<PendingWakeUp>),
            typeof(Plain<WakeUp>), typeof(Plain<InForce>), typeof(Plain<Entry>),
        ],
        CrossingTypes.All.Where(type => type.IsGenericType && type.Namespace == "Simulator.Cluster.Wire")
            .OrderBy(type => type.ToString(), StringComparer.Ordinal));

    [Fact]
    public void Nothing_crosses_as_nothing()
    {
        var arrived = Serializer.Deserialize<Plain<Entry>>(Serializer.SerializeToArray(default(Plain<Entry>)));
        Assert.Equal(0, arrived.Count);
        Assert.Empty(arrived.Items);
    }

    [Fact]
    public void Values_of_another_size_are_refused()
    {
        var bytes = Serializer.SerializeToArray(new Plain<BodyRun>([new BodyRun(1, 2, 3)]));
        var refused = Assert.ThrowsAny<Exception>(() => Serializer.Deserialize<Plain<Message>>(bytes));
        Assert.Equal(
            "Message takes 44 bytes here and 12 where it came from: the two run different versions of the program.",
            refused.Message);
    }

    [Fact]
    public void A_field_that_does_not_cross_is_seen()
    {
        var sent = new RandomValues(1).Of(typeof(RegionOrder));
        Assert.Null(RandomValues.Difference(sent, (RegionOrder)sent with { }, "order"));
        Assert.StartsWith(
            "order.<Seed>k__BackingField: ",
            RandomValues.Difference(sent, (RegionOrder)sent with { Seed = 0 }, "order"),
            StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => new RandomValues(1).Of(typeof(TimeZoneInfo)));
    }

    private static T? Passed<T>(T sent) => Serializer.Deserialize<T>(Serializer.SerializeToArray(sent));
}
