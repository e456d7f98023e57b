using System.Data;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Csv;
using Simulator.Analysis.Exports.Ocel;
using Simulator.Analysis.Exports.Perfetto;
using Simulator.Analysis.Store;

namespace Simulator.Tests.Analysis.Exports;

public sealed class ExportSourceTests
{
    private const string Endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000000000) SELECT i FROM n ORDER BY -i";

    [Fact]
    public void A_sort_can_be_given_up_before_its_first_row()
    {
        using var run = new ExportedRun("bac-kan-570");
        using var giving = new CancellationTokenSource();
        using var source = ExportSource.Open(run.Stored.Folder, giving.Token);
        using var rows = source.Rows(Endless);
        giving.CancelAfter(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() => rows.Read());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_store_that_lacks_a_fact_is_closed()
    {
        using var run = new ExportedRun("bac-kan-570");
        var copy = Changed(run, "DELETE FROM run WHERE key = 'until'");
        var mistake = Assert.Throws<StoreException>(() => new ExportSource(copy));
        Assert.Equal(("The store does not say its until.", ConnectionState.Closed), (mistake.Message, copy.State));
    }

    [Fact]
    public void A_value_that_is_no_number_and_no_text_is_refused_and_the_next_is_read()
    {
        using var run = new ExportedRun("bac-kan-570");
        using var copy = Changed(run, "SELECT 1");
        using var source = new ExportSource(copy);
        Assert.Throws<ArgumentException>(() => source.Rows("SELECT ?", 0.5));
        using var rows = source.Rows("SELECT ?", 5);
        Assert.True(rows.Read() && rows.Number(0) == 5);
    }

    [Fact]
    public void A_step_that_held_nobody_up_has_no_resource_in_any_form()
    {
        using var run = new ExportedRun("bac-kan-570", writesOcelTables: false);
        using var copy = Changed(run, "UPDATE entry SET server = 255 WHERE kind = 3");
        using (var views = copy.CreateCommand())
        {
            views.CommandText = "SELECT count(*), count(resource) FROM event_register";
            using var row = views.ExecuteReader();
            Assert.True(row.Read() && row.GetInt64(0) > 0);
            Assert.Equal(0, row.GetInt64(1));
        }

        using var source = new ExportSource(copy);
        var csv = Text(stream => CsvExport.Write(source, stream, CaseNotion.Directive, CaseEvents.Steps));
        Assert.DoesNotContain(" 255", csv, StringComparison.Ordinal);
        var ocel = Text(stream => OcelExport.Write(source, stream));
        Assert.DoesNotContain(" 255\"", ocel, StringComparison.Ordinal);
        Assert.DoesNotContain("{\"name\":\"resource\",\"value\"", ocel, StringComparison.Ordinal);
        var perfetto = Text(stream => PerfettoExport.Write(source, stream, new PerfettoChoice()));
        Assert.DoesNotContain("\"who\"", perfetto, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "bodies")]
    [InlineData(1, "body")]
    [InlineData(2, "bodies")]
    public void One_of_them_is_called_by_its_singular(long number, string called) =>
        Assert.Equal(called, new ExportCount("bodies", "body", number).Called);

    /// <summary>A copy of the run's store in memory, changed.</summary>
    private static SqliteConnection Changed(ExportedRun run, string sql)
    {
        var copy = new SqliteConnection("Data Source=:memory:");
        copy.Open();
        run.Stored.Connection.BackupDatabase(copy);
        using var command = copy.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return copy;
    }

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
