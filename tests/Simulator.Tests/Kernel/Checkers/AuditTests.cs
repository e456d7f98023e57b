using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

public sealed class AuditTests
{
    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(120)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_generated_journal_keeps_every_law(int seed)
    {
        var played = Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed });
        Audit.Passes(new Evidence(played), $"seed {seed}");
    }
}
