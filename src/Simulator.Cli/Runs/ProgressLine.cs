using System.Diagnostics;

namespace Simulator.Cli.Runs;

/// <summary>
/// One line on a terminal that says how far the work is, once it has lasted a second. On anything but a
/// terminal it says nothing.
/// </summary>
internal sealed class ProgressLine(bool silent) : IDisposable
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool silent = silent || Console.IsErrorRedirected;
    private readonly Lock gate = new();
    private long shown;
    private int width;

    internal void Show(string what, int done, int of)
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
            var line = $"{what}: {100L * done / of} %";
            Console.Error.Write($"\r{line.PadRight(width)}");
            width = line.Length;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (width > 0)
            {
                Console.Error.Write($"\r{new string(' ', width)}\r");
                width = 0;
            }
        }
    }
}
