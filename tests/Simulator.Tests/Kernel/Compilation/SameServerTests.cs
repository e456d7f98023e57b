using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Compilation;

public sealed class SameServerTests
{
    [Theory]
    [InlineData(Post.Leadership)]
    [InlineData(null)]
    public void A_person_cannot_go_on_with_a_step_of_another_post_or_of_nobody(Post? by)
    {
        var problem = Assert.Throws<ModelException>(() => ModelCompiler.Compile(Office(by)));
        Assert.Contains("'level-0'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Register", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Assign", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_can_go_on_with_a_step_of_his_own_post() =>
        Assert.Single(ModelCompiler.Compile(Office(Post.Clerk)).Kinds);

    private static Model Office(Post? assigns) => Sketch.Model(
        [
            Sketch.Kind(
                "level-0",
                Sketch.Takes(Step.Register, Post.Clerk, 10),
                Sketch.Takes(Step.Assign, assigns, 10) with { SameServer = true }),
        ],
        Sketch.Chain(1));
}
