using System.Diagnostics;

namespace Simulator.Tests.Dashboards;

/// <summary>The tool that belongs to Prometheus; tests that need it are skipped where it is not.</summary>
internal static class Promtool
{
    /// <summary>Where a program is, by the path of the process; <c>null</c>: nowhere.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs it, which must go well.</summary>
    /// <param name="arguments">What it is told.</param>
    /// <returns>What it has said.</returns>
    public static string Run(params string[] arguments) => RunIn(GrafanaDashboard.Folder, arguments);

    /// <summary>The same in another folder.</summary>
    public static string RunIn(string folder, params string[] arguments)
    {
        var promtool = Find("promtool");
        Assert.SkipWhen(promtool is null, "promtool is not here: apt-get install prometheus");
        using var process = Process.Start(new ProcessStartInfo(promtool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var said = output + errors.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == 0, said);
        return said;
    }
}
