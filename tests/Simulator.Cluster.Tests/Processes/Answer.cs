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
        Assert.Contains(sentence, Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Error);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, ExitCode);
        Assert.Equal("", Output);
    }
}
