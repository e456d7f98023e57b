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
        var start = new ProcessStartInfo(InterruptsAreIgnored ? "env" : "dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["DOTNET_TieredPGO"] = "0" }, // which pays in minutes, and these end in a second
        };
        // What a shell starts in the background without job control ignores Ctrl-C, and so would all that it starts.
        string[] program = InterruptsAreIgnored ? ["--default-signal=INT", "dotnet", s_assembly] : [s_assembly];
        foreach (var argument in program.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Whether this process was started with SIGINT ignored, which its children inherit.</summary>
    private static bool InterruptsAreIgnored { get; } = OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;
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
