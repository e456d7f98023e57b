using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Compilation;

namespace Simulator.Tests.Kernel.Office;

public sealed class SentTableTests
{
    [Fact]
    public void A_directive_that_goes_the_same_way_again_takes_the_place_of_the_first()
    {
        var table = SentTable.For(ModelCompiler.Compile(ModelWithAll.Make()))!;
        table.Keep(1, 2, 3, new SentPaper { To = 4, Cause = 5 });
        table.Keep(1, 2, 3, new SentPaper { To = 4, Cause = 6 });
        table.Keep(1, 3, 3, new SentPaper { To = 4, Cause = 7 });
        Assert.Equal(6U, table.Take(1, 2, 3)!.Value.Cause);
        Assert.Null(table.Take(1, 2, 3));
        Assert.Equal(7U, table.Take(1, 3, 3)!.Value.Cause);
    }
}
