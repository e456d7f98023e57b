using System.Diagnostics;

namespace Simulator.Cli.Runs;

/// <summary>
/// One line on a terminal that says how far the work is, once it has lasted a second. On anything but a
/// terminal it says nothing, unless something has happened that people should know.
/// </summary>
internal sealed class ProgressLine(bool silent) : IDisposable
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool silent = silent || Console.IsErrorRedirected;
    private readonly Lock gate = new();
    private long shown;
    private int width;

    internal void Show(string what, int done, int of) => Show($"{what}: {100L * done / Math.Max(1, of)} %");

    /// <summary>Says how far it is, in words of whoever asks; too long a line is cut off.</summary>
    internal void Show(string line)
    {
        if (silent || watch.ElapsedMilliseconds < 1000)
        {
            return;
        }

        lock (gate)
        {
            if (watch.ElapsedMilliseconds - shown < 100)
            {
                return;
            }

            shown = watch.ElapsedMilliseconds;
            var widest = Math.Max(20, Console.WindowWidth - 1);
            line = line.Length > widest ? line[..widest] : line;
            Console.Error.Write($"\r{line.PadRight(width)}");
            width = line.Length;
        }
    }

    /// <summary>A sentence on a line of its own, which stays.</summary>
    internal void Tell(string what)
    {
        lock (gate)
        {
            Clear();
            Console.Error.WriteLine(what);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Clear();
        }
    }

    private void Clear()
    {
        if (width > 0)
        {
            Console.Error.Write($"\r{new string(' ', width)}\r");
            width = 0;
        }
    }
}
