namespace Simulator.Tests.Cli;

/// <summary>
/// A folder with a run that is played once for all tests of a class, which only look at it: each start of the program costs
/// a second of processor time.
/// </summary>
public abstract class PlayedOnce : IDisposable
{
    private protected PlayedOnce(string scenario, params string[] more) => Played = Play(scenario, more);

    internal Program Program { get; } = new();

    /// <summary>What the program said of the run.</summary>
    internal Answer Played { get; }

    public void Dispose()
    {
        Program.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A copy of the files of a run, for whoever changes one; it has the name of the test.</summary>
    internal string Copy(string run, [System.Runtime.CompilerServices.CallerMemberName] string copy = "")
    {
        Directory.CreateDirectory(Path.Combine(Program.Folder, copy));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Program.Folder, run)))
        {
            File.Copy(file, Path.Combine(Program.Folder, copy, Path.GetFileName(file)), overwrite: true);
        }

        return copy;
    }

    private protected Answer Play(string scenario, params string[] more)
    {
        var run = Program.Run(["run", Program.Scenario(scenario), "--replications", "0", .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }
}
