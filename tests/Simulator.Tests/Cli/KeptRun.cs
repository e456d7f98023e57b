namespace Simulator.Tests.Cli;

/// <summary>A run that was kept once, to be asked many times.</summary>
public sealed class KeptRun : IDisposable
{
    public KeptRun()
    {
        var run = Program.Run("run", Program.Scenario("bac-kan-570"), "--replications", "0", "--out", "run");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    internal Program Program { get; } = new();

    public void Dispose() => Program.Dispose();
}
