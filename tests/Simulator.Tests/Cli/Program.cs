using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Cli;

/// <summary>The program as a user starts it: a process of its own, in a folder of its own.</summary>
internal sealed class Program : IDisposable
{
    private static readonly string s_assembly = Path.Combine(AppContext.BaseDirectory, "simulator.dll");

    public Program()
    {
        Folder = Path.Combine(Path.GetTempPath(), $"simulator-{Guid.NewGuid():n}");
        Directory.CreateDirectory(Folder);
    }

    /// <summary>The folder it is started in.</summary>
    public string Folder { get; }

    public static string Scenario(string name) =>
        Path.Combine(ShippedScenarios.Repository, "scenarios", $"{name}.yaml");

    public Answer Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, output, error.Result);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(s_assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a process said.</summary>
internal sealed record Answer(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>That it was told politely: a sentence, no stack trace, the exit code of bad input.</summary>
    public void IsRefusal(string sentence, int exitCode = 2)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Contains(sentence, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", Error, StringComparison.Ordinal);
    }
}
