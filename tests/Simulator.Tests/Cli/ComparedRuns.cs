namespace Simulator.Tests.Cli;

/// <summary>Runs to be told apart: one scenario with two seeds, and three others.</summary>
public sealed class ComparedRuns : PlayedOnce
{
    public ComparedRuns()
        : base("bac-kan-570", "--out", "one")
    {
        Play("bac-kan-570", "--out", "other", "--seed", "7");
        Play("mechanisms/slow-district", "--out", "two-directives");
        Play("mechanisms/silence-is-consent", "--out", "silence");
        Play("phu-yen-91", "--out", "phu-yen");
    }
}
