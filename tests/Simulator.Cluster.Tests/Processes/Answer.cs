using System.Text.Json;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>What a process said until its end.</summary>
internal sealed record Answer(int ExitCode, string Output, string Error)
{
    /// <summary>The digest of the run that it tells of as JSON.</summary>
    public string Digest
    {
        get
        {
            Assert.True(ExitCode == 0, Error);
            return JsonDocument.Parse(Output).RootElement.GetProperty("digest").GetString()!;
        }
    }

    /// <summary>That it was told politely, in one line and without a stack trace.</summary>
    public void IsRefusal(int exitCode, string sentence)
    {
        // Whoever goes without a database is first told what that costs, and whoever has begun a run its name.
        var told = Assert.Single(
            Error.Split('\n'),
            line => !line.StartsWith("Without --database ", StringComparison.Ordinal)
                && !line.StartsWith("The run is called ", StringComparison.Ordinal));
        Assert.Contains(sentence, told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, ExitCode);
        Assert.Equal("", Output);
    }
}
