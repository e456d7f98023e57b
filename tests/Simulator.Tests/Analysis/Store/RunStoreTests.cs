using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Simulator.Analysis.Store;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Store;

public sealed class RunStoreTests
{
    [Fact]
    public void What_is_opened_cannot_be_written()
    {
        using var stored = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        var refused = Assert.Throws<SqliteException>(() => stored.Ask("DELETE FROM entry"));
        Assert.Contains("readonly", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_no_run_or_without_a_store_is_told_apart()
    {
        using var folder = new TemporaryFolder();
        Refuses(Path.Combine(folder.Path, "nowhere"), "There is no run folder");
        Refuses(folder.Path, "is not a run folder: it has no manifest.json that can be read");
        folder.Write("manifest.json", "{ half");
        Refuses(folder.Path, "is not a run folder: it has no manifest.json that can be read");
        folder.Write("manifest.json", """{ "format": 3 }""");
        Refuses(folder.Path, "is a run of format 3; this program reads those up to 2");
        folder.Write("manifest.json", """{ "format": 2, "digest": "0", "entries": 3 }""");
        Refuses(folder.Path, "was changed after it was written. It has lost its seal.");
        folder.Write("manifest.json", """{ "format": 1, "digest": "0", "entries": 3 }""");
        Refuses(folder.Path, "has no run.sqlite yet. Make it: simulator index");
        folder.Write("run.sqlite", "these are not the pages of a database, whatever the name of the file says about it");
        Refuses(folder.Path, "cannot be told: there is no run.sqlite.sha256 beside it. Make it again: simulator index");
        SealAgain(folder.Path);
        Refuses(folder.Path, "is not a store that can be read");
        folder.Write("run.sqlite", "");
        SealAgain(folder.Path);
        Refuses(folder.Path, "is an SQLite file, and no run store");
    }

    [Theory]
    [InlineData("UPDATE dossier SET arrived = arrived + 1 WHERE arrived IS NOT NULL")]
    [InlineData("UPDATE run SET value = 'abc' WHERE key = 'digest'")]
    [InlineData("DELETE FROM entry WHERE id > 10")]
    [InlineData("DROP VIEW delays")]
    public void A_store_that_was_changed_after_it_was_made_is_refused(string change)
    {
        using var stored = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        Change(stored, change);
        Refuses(stored.Folder, "run.sqlite' was changed after it was made: its SHA-256 is ");
        Refuses(stored.Folder, $"Make it again: simulator index {stored.Folder} --force");
        Assert.Null(RunStore.FactsIn(stored.Folder));
        StoreBuilder.Build(stored.File, stored.Trace, stored.Facts, TestContext.Current.CancellationToken);
        RunStore.OpenReadOnly(stored.Folder).Dispose();
    }

    [Theory]
    [InlineData("UPDATE run SET value = 99 WHERE key = 'schema'", "has schema 99; this program reads schema 1")]
    [InlineData("DELETE FROM run WHERE key = 'schema'", "has schema none")]
    [InlineData("UPDATE run SET value = 'abc' WHERE key = 'digest'", "is of another run: its digest is abc")]
    [InlineData("DELETE FROM entry WHERE id > 10", "was changed: it holds 10 entries, and the manifest says")]
    [InlineData("DROP TABLE run", "no run store")]
    public void A_store_that_others_made_is_refused_where_it_is_not_of_the_run(string change, string sentence)
    {
        using var stored = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        Change(stored, change);
        SealAgain(stored.Folder);
        Refuses(stored.Folder, sentence);
    }

    [Fact]
    public void What_tells_of_changes_is_a_file_that_sha256sum_reads()
    {
        using var stored = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        var seal = File.ReadAllText(Path.Combine(stored.Folder, "run.sqlite.sha256"));
        SealAgain(stored.Folder);
        Assert.Equal(File.ReadAllText(Path.Combine(stored.Folder, "run.sqlite.sha256")), seal);
        Assert.Equal(stored.Facts.Digest, RunStore.FactsIn(stored.Folder)!["digest"]);
    }

    [Fact]
    public void A_store_that_is_cut_short_is_refused()
    {
        using var stored = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        using (var file = new FileStream(stored.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(file.Length / 2);
        }

        Refuses(stored.Folder, "simulator index");
    }

    [Fact]
    public void A_store_that_cannot_be_written_leaves_nothing()
    {
        using var stored = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        var wanted = Path.Combine(stored.Folder, "nowhere", "run.sqlite");
        var trouble = Assert.Throws<IOException>(() => StoreBuilder.Build(
            wanted, stored.Trace, stored.Facts, TestContext.Current.CancellationToken));
        Assert.Contains("cannot be written", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFileSystemEntries(stored.Folder).Length);
    }

    private static void Change(StoredRun stored, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={stored.File};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void SealAgain(string folder)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "run.sqlite"))));
        File.WriteAllText(Path.Combine(folder, "run.sqlite.sha256"), $"{hash}  run.sqlite\n");
    }

    private static void Refuses(string folder, string sentence)
    {
        var mistake = Assert.Throws<StoreException>(() => RunStore.OpenReadOnly(folder).Dispose());
        Assert.Contains(sentence, mistake.Message, StringComparison.Ordinal);
    }
}
