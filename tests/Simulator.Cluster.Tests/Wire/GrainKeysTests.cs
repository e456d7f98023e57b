using Simulator.Cluster.Wire;

namespace Simulator.Cluster.Tests.Wire;

public sealed class GrainKeysTests
{
    [Fact]
    public void A_key_gives_back_what_it_was_made_of()
    {
        var body = GrainKeys.Of("run-s1", 12, "wards/7");
        Assert.Equal(("run-s1", 12), (GrainKeys.RunOf(body), GrainKeys.EpochOf(body)));
        var region = GrainKeys.Of("run-s1", 3, 45);
        Assert.Equal(("run-s1", 3, 45), (GrainKeys.RunOf(region), GrainKeys.EpochOf(region), GrainKeys.NumberOf(region)));
    }
}
