using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>The program as a process of its own, which ends with the tests at the latest.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private static readonly string s_assembly = Path.Combine(AppContext.BaseDirectory, "simulator.dll");
    private static readonly ConcurrentDictionary<int, ProgramProcess> s_running = new();

    private readonly Process _process;
    private readonly Lines _output = new();
    private readonly Lines _error = new();

    static ProgramProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in s_running.Values)
        {
            left.Kill();
        }
    };

    private ProgramProcess(Process process)
    {
        _process = process;
        s_running[process.Id] = this;
        process.OutputDataReceived += (_, line) => _output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => _error.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>What it has said on standard error so far.</summary>
    public string Error => _error.Text;

    /// <summary>Starts the program.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="variables">What it finds in its environment, besides what the tests were given.</param>
    /// <param name="arguments">The command line.</param>
    public static ProgramProcess Start(
        string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments.Prepend(s_assembly))
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
            var more = _output.More;
            if (_output.Find(words) is { } line)
            {
                return line;
            }

            if (_process.HasExited)
            {
                var answer = await Answer(cancellation);
                Assert.Fail($"'{words}' was never said; the exit code is {answer.ExitCode}.\n{answer.Output}\n{answer.Error}");
            }

            await Task.WhenAny(more, _process.WaitForExitAsync(cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Answer> Answer(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        s_running.TryRemove(Id, out _);
        return new Answer(_process.ExitCode, _output.Text, _error.Text);
    }

    /// <summary>Ends it as a broken machine would: it can do nothing more (SIGKILL).</summary>
    public void Kill()
    {
        s_running.TryRemove(Id, out _);
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>Asks it to end, as Ctrl-C (<c>INT</c>) or an operating system that shuts down (<c>TERM</c>) does.</summary>
    public async Task Signal(string name)
    {
        using var shell = Process.Start("/bin/sh", ["-c", $"kill -{name} {Id}"]);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Lines as they come.</summary>
    private sealed class Lines
    {
        private readonly List<string> _lines = [];
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends with the next line.</summary>
        public Task More
        {
            get
            {
                lock (_lines)
                {
                    return _more.Task;
                }
            }
        }

        public string Text
        {
            get
            {
                lock (_lines)
                {
                    return string.Join('\n', _lines);
                }
            }
        }

        public string? Find(string words)
        {
            lock (_lines)
            {
                return _lines.Find(line => line.Contains(words, StringComparison.Ordinal));
            }
        }

        public void Add(string? line)
        {
            lock (_lines)
            {
                if (line is not null)
                {
                    _lines.Add(line);
                }

                var more = _more;
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
                more.SetResult();
            }
        }
    }
}
