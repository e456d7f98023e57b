using Microsoft.Data.Sqlite;
using Simulator.Analysis.Store;

namespace Simulator.Tests.Cli;

public sealed class IndexCommandTests
{
    private static readonly string[] Run =
        ["run", Program.Scenario("mechanisms/reminders"), "--replications", "0", "--out", "kept"];

    [Fact]
    public void A_run_has_its_store_from_the_start_and_the_same_one_when_it_is_made_again()
    {
        using var program = new Program();
        Assert.Equal(0, program.Run(Run).ExitCode);
        var store = Path.Combine(program.Folder, "kept", "run.sqlite");
        var first = File.ReadAllBytes(store);
        program.Run("index", "kept").IsRefusal("has its run.sqlite. Replace it with --force");
        var again = program.Run("index", "kept", "--force", "--format", "json");
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(first.Length, again.Json.GetProperty("bytes").GetInt32());
        Assert.Equal(first, File.ReadAllBytes(store));
        using var opened = RunStore.OpenReadOnly(Path.Combine(program.Folder, "kept"));
        Assert.Equal(again.Json.GetProperty("digest").GetString(), Asked(opened, "SELECT value FROM run WHERE key = 'digest'"));
        Assert.Equal(again.Json.GetProperty("entries").GetInt64(), Asked(opened, "SELECT count(*) FROM entry"));
    }

    [Fact]
    public void A_run_without_a_store_gets_one_when_it_is_wanted()
    {
        using var program = new Program();
        Assert.Equal(0, program.Run([.. Run, "--no-index"]).ExitCode);
        var store = Path.Combine(program.Folder, "kept", "run.sqlite");
        Assert.False(File.Exists(store));
        Assert.Equal(0, program.Run([.. Run, "--no-index"]).ExitCode);
        Assert.False(File.Exists(store));
        Assert.Contains("The same run was kept before", program.Run(Run).Output, StringComparison.Ordinal);
        var made = File.ReadAllBytes(store);
        File.Delete(store);
        Assert.Contains("run.sqlite: ", program.Run("index", "kept").Output, StringComparison.Ordinal);
        Assert.Equal(made, File.ReadAllBytes(store));
    }

    [Fact]
    public void The_store_goes_with_its_run_when_that_is_replaced()
    {
        using var program = new Program();
        Assert.Equal(0, program.Run(Run).ExitCode);
        File.WriteAllText(Path.Combine(program.Folder, "kept", "run.sqlite.unfinished-1"), "given up");
        Assert.Equal(0, program.Run([.. Run, "--seed", "7", "--force", "--no-index"]).ExitCode);
        Assert.Equal(
            ["journal.bin", "manifest.json", "scenario.yaml"],
            Directory.EnumerateFiles(Path.Combine(program.Folder, "kept")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_that_is_missing_or_was_changed_is_not_indexed()
    {
        using var program = new Program();
        program.Run("index", "nowhere").IsRefusal("There is no run folder 'nowhere'");
        Assert.Equal(0, program.Run([.. Run, "--no-index"]).ExitCode);
        var journal = Path.Combine(program.Folder, "kept", "journal.bin");
        var bytes = File.ReadAllBytes(journal);
        bytes[^1] ^= 1;
        File.WriteAllBytes(journal, bytes);
        program.Run("index", "kept").IsRefusal("was changed: its digest is");
        File.WriteAllBytes(journal, bytes[..^5]);
        program.Run("index", "kept").IsRefusal("is cut short");
        File.Delete(journal);
        program.Run("index", "kept").IsRefusal("is half a run: it has no journal.bin");
        Assert.False(File.Exists(Path.Combine(program.Folder, "kept", "run.sqlite")));
    }

    [Fact]
    public void A_store_that_is_of_another_version_says_how_to_make_it_again()
    {
        using var program = new Program();
        Assert.Equal(0, program.Run(Run).ExitCode);
        File.WriteAllText(Path.Combine(program.Folder, "kept", "run.sqlite"), "something else altogether");
        program.Run("index", "kept").IsRefusal("simulator index kept --force");
        Assert.Equal(0, program.Run("index", "kept", "--force").ExitCode);
    }

    private static object? Asked(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
