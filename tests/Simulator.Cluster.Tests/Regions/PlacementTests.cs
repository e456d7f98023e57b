using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Regions;

public sealed class PlacementTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Regions_go_round_the_silos_and_every_body_is_beside_its_region(int regionsPerSilo)
    {
        const int seed = 6;
        var reader = await three.Silos.Begin(seed, regionsPerSilo);
        await reader.UntilItStands();
        var regions = await three.Silos.Activations("simulator.region", reader.Name);
        var bodies = await three.Silos.Activations("simulator.body", reader.Name);
        var starts = RegionCut.Of(reader.Order.Model, 3 * regionsPerSilo);
        Assert.Equal(starts.Length - 1, regions.Count);
        var shares = three.Silos.Addresses.Select(silo => regions.Values.Count(where => where.Equals(silo))).ToArray();
        Assert.InRange(shares.Max() - shares.Min(), 0, 1);
        Assert.Equal(reader.Order.Model.Bodies.Count, bodies.Count);
        for (var region = 0; region < regions.Count; region++)
        {
            for (var body = starts[region]; body < starts[region + 1]; body++)
            {
                Assert.Equal(
                    regions[$"{reader.Name}/1/{region}"],
                    bodies[$"{reader.Name}/1/{reader.Order.Model.Bodies[body].Id}"]);
            }
        }

        await reader.Run.Drop();
    }
}
