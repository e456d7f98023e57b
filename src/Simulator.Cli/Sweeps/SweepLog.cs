using System.Text;
using System.Text.Json;
using Simulator.Cli.Commands;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Sweeps;

/// <summary>
/// The runs of a sweep that is under way, a line of JSON for each, in the order in which they ended. A last line that was
/// cut off by the end of the program is dropped, and so is one that is damaged: what it told is played again.
/// </summary>
internal sealed class SweepLog : IDisposable
{
    private readonly string path;
    private readonly FileStream file;
    private bool isBroken;

    private SweepLog(string path, FileStream file)
    {
        this.path = path;
        this.file = file;
        WasThere = file.Length > 0;
    }

    /// <summary>Whether there was anything in it when it was opened.</summary>
    internal bool WasThere { get; }

    /// <summary>Opens the log; nobody else can, until it is disposed of.</summary>
    internal static SweepLog Open(string path)
    {
        try
        {
            return new SweepLog(path, new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException)
        {
            throw new UsageException($"'{path}' is in use: another sweep is under way in its folder.", ExitCode.Failed);
        }
    }

    /// <summary>Adds what is in it to the cells, and cuts off half a line at its end.</summary>
    internal void Read(IReadOnlyList<SweepRows> rows)
    {
        file.Position = 0;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        file.SetLength(whole);
        file.Position = whole;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // One that is damaged is not missed: its run is played again, to the same numbers.
            if (Parse(line) is { } kept && kept.Cell >= 0 && kept.Cell < rows.Count && kept.Replication >= 0
                && (kept.Failure is not null || kept.Values?.Length == rows[kept.Cell].Cell.Played.Outcomes.Count))
            {
                rows[kept.Cell].Take(new Replication(
                    kept.Replication, [.. (kept.Values ?? []).Select(value => value ?? double.NaN)], kept.Failure));
            }
        }
    }

    internal void Append(int cell, Replication ended)
    {
        if (isBroken)
        {
            throw new IOException($"'{path}' could not be written to.");
        }

        var line = JsonSerializer.Serialize(new Line(
            cell, ended.Number, [.. ended.Values.Select(value => double.IsNaN(value) ? (double?)null : value)], ended.Failure));
        var good = file.Position;
        try
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush();
        }
        catch (IOException)
        {
            // Others may have ended at the same time: nothing comes after half a line.
            isBroken = true;
            file.SetLength(good);
            throw;
        }
    }

    internal void Clear() => file.SetLength(0);

    internal void Delete()
    {
        file.Dispose();
        File.Delete(path);
    }

    public void Dispose()
    {
        var isEmpty = file.CanRead && file.Length == 0;
        file.Dispose();
        if (isEmpty)
        {
            File.Delete(path);
        }
    }

    private static Line? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Line(int Cell, int Replication, double?[]? Values, string? Failure);
}
