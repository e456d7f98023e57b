using System.Diagnostics;

namespace Simulator.Benchmarks.Peers;

/// <summary>The script of the cascade in SimPy, which lies beside this program.</summary>
internal static class SimPyScript
{
    private const string Python = "/usr/bin/python3"; // the system's own, where python3-simpy installs

    /// <summary>What it prints for some arguments.</summary>
    /// <exception cref="InvalidOperationException">There is no Python or SimPy, or the script failed.</exception>
    public static string Run(IEnumerable<string> arguments)
    {
        if (!File.Exists(Python))
            throw new InvalidOperationException($"There is no {Python}; install python3 and python3-simpy.");
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", "cascade_simpy.py");
        var start = new ProcessStartInfo(Python, [script, .. arguments]) { RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{script} ended with exit code {python.ExitCode}; is python3-simpy installed?");
    }
}
