using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Simulator.Benchmarks.Exports;

/// <summary>The peer of exports: every column of every entry of a store, read by the usual commands, and nothing done with them.</summary>
internal static class PlainReading
{
    /// <summary>How many entries, and in how many seconds of processors.</summary>
    public static (long Entries, double ProcessorSeconds) Of(string store)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM entry";
        using var reader = command.ExecuteReader();
        var (entries, sum) = (0L, 0L);
        for (; reader.Read(); entries++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
                sum += reader.IsDBNull(column) ? 0 : reader.GetInt64(column);
        }

        self.Refresh();
        GC.KeepAlive(sum);
        return (entries, (self.TotalProcessorTime - before).TotalSeconds);
    }
}
