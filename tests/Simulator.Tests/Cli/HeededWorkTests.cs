using Simulator.Cli.Commands;

namespace Simulator.Tests.Cli;

public sealed class HeededWorkTests
{
    /// <summary>The command line tells a user what a <see cref="UsageException"/> says, and of none that is wrapped.</summary>
    [Fact]
    public void What_goes_wrong_in_a_thread_of_the_work_is_thrown_as_it_was()
    {
        var mistake = Assert.Throws<UsageException>(() => Interruption.Heeded(
            () => Enumerable.Range(0, 4).AsParallel().Select(Refuse).ToList()));
        Assert.Equal("no", mistake.Message);
    }

    private static int Refuse(int number) => throw new UsageException("no");
}
