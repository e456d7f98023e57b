using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>The program as a process of its own, which ends with the tests at the latest.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private static readonly string assembly = Path.Combine(AppContext.BaseDirectory, "simulator.dll");
    private static readonly ConcurrentDictionary<int, ProgramProcess> running = new();

    private readonly Process process;
    private readonly Lines output = new();
    private readonly Lines error = new();

    static ProgramProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in running.Values)
        {
            left.Kill();
        }
    };

    private ProgramProcess(Process process)
    {
        this.process = process;
        running[process.Id] = this;
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => error.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>What it has said on standard error so far.</summary>
    public string Error => error.Text;

    /// <summary>Starts the program.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="variables">What it finds in its environment, besides what the tests were given.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramProcess Start(
        string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(InterruptsAreIgnored ? "env" : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What a shell starts in the background without job control ignores Ctrl-C, and so would all that it starts.
        string[] program = InterruptsAreIgnored ? ["--default-signal=INT", "dotnet", assembly] : [assembly];
        foreach (var argument in program.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var ours in start.Environment.Keys.Where(key => key.StartsWith("SIMULATOR_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(ours);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ProgramProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has said something on standard output.</summary>
    public async Task<string> Said(string words, CancellationToken cancellation)
    {
        while (true)
        {
            var more = output.More;
            if (output.Find(words) is { } line)
            {
                return line;
            }

            if (process.HasExited)
            {
                var answer = await Answer(cancellation);
                Assert.Fail($"'{words}' was never said; the exit code is {answer.ExitCode}.\n{answer.Output}\n{answer.Error}");
            }

            await Task.WhenAny(more, process.WaitForExitAsync(cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Answer> Answer(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        running.TryRemove(Id, out _);
        return new Answer(process.ExitCode, output.Text, error.Text);
    }

    /// <summary>Ends it as a broken machine would: it can do nothing more (SIGKILL).</summary>
    public void Kill()
    {
        running.TryRemove(Id, out _);
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    /// <summary>
    /// Asks it to end, as Ctrl-C (<c>INT</c>) or an operating system that shuts down (<c>TERM</c>) does.
    /// </summary>
    public async Task Signal(string name)
    {
        using var shell = Process.Start("/bin/sh", ["-c", $"kill -{name} {Id}"]);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Whether this process was started with SIGINT ignored, which its children inherit.</summary>
    private static bool InterruptsAreIgnored { get; } = OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;

    /// <summary>Lines as they come.</summary>
    private sealed class Lines
    {
        private readonly List<string> lines = [];
        private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends with the next line.</summary>
        public Task More
        {
            get
            {
                lock (lines)
                {
                    return this.more.Task;
                }
            }
        }

        public string Text
        {
            get
            {
                lock (lines)
                {
                    return string.Join('\n', lines);
                }
            }
        }

        public string? Find(string words)
        {
            lock (lines)
            {
                return lines.Find(line => line.Contains(words, StringComparison.Ordinal));
            }
        }

        public void Add(string? line)
        {
            lock (lines)
            {
                if (line is not null)
                {
                    lines.Add(line);
                }

                var more = this.more;
                this.more = new(TaskCreationOptions.RunContinuationsAsynchronously);
                more.SetResult();
            }
        }
    }
}
