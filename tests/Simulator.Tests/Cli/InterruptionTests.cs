using System.Diagnostics;

namespace Simulator.Tests.Cli;

/// <summary>Signals are those of Unix; elsewhere there is no way to send another program one.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    /// <summary>As shells count it, 128 and the number of the signal: a script can tell it from a run that failed.</summary>
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task What_is_interrupted_ends_with_the_code_of_its_signal(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var sweep = _program.Start(
            "sweep", Program.Scenario("bac-kan-570"), "--replications", "1000000", "--threads", "1", "--out", "long");
        var error = sweep.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var log = Path.Combine(_program.Folder, "long", "unfinished.jsonl");
        while (!sweep.HasExited && (!File.Exists(log) || new FileInfo(log).Length == 0))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        using (var kill = Process.Start("kill", [$"-{signal}", $"{sweep.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await sweep.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, sweep.ExitCode);
        Assert.Matches(@"Interrupted; \d+ runs are kept in long\. Go on with --resume\.", await error);
    }
}
