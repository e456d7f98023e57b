using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Engine;

public sealed class RegionTests
{
    [Fact]
    public void A_region_that_does_not_begin_at_the_first_body_knows_that_it_does_not_hold_it()
    {
        var model = ModelCompiler.Compile(Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1")], Sketch.Chain(2), Sketch.Directive("d", "b/0")));
        var region = new Region(model, new(1, 0), 1, 1);
        Assert.False(region.Holds(0));
        Assert.True(region.Holds(1));
        Assert.False(region.Holds(2));
    }
}
