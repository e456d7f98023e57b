using Microsoft.Data.Sqlite;
using Simulator.Analysis.Store;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;

namespace Simulator.Tests.Cli;

/// <summary>A kept run in whose files somebody has changed something is told from one that is as it was made.</summary>
public sealed class ChangedRunTests(KeptRun kept) : IClassFixture<KeptRun>
{
    private static readonly string[] Again = ["run", Program.Scenario("bac-kan-570"), "--replications", "0", "--out", "copy"];

    private readonly Program _program = kept.Program;

    [Theory]
    [InlineData("\"seed\": 570", "\"seed\": 571", "It says seed 571, and run.sqlite 570.")]
    [InlineData("\"variant\": \"base\"", "\"variant\": \"quick\"", "It says variant quick, and scenario.yaml base.")]
    [InlineData("\"entries\": 539", "\"entries\": 540", "It says entries 540, and journal.bin 539.")]
    [InlineData("\"bodies\": 33", "\"bodies\": 31", "It says bodies 31, and scenario.yaml 33.")]
    [InlineData("\"digest\": \"b9", "\"digest\": \"c9", "It says digest c9")]
    [InlineData("\"replication\": 0", "\"replication\": 1", "It says replication 1, and run.sqlite 0.")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "What in it was changed, the files beside it do not tell.")]
    [InlineData("\"scenarioSha256\": \"", "\"scenarioSha256\": \"0", "It says scenarioSha256 0")]
    [InlineData("\"format\": 2", "\"format\": 1", "Its seal is ")]
    [InlineData("\"seal\"", "\"sael\"", "It has lost its seal.")]
    public void A_change_of_the_manifest_is_refused_with_what_differs(string was, string becomes, string sentence)
    {
        Copy();
        var changed = Assert.Throws<UsageException>(() => Opened(Change(was, becomes))).Message;
        Assert.StartsWith($"The manifest.json in '{Folder}' was changed after it was written. It", changed, StringComparison.Ordinal);
        Assert.Contains(sentence, changed, StringComparison.Ordinal);
        Assert.Contains("Put it back as it was, or run it again: simulator run ", changed, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => RunStore.OpenReadOnly(Folder).Dispose());
    }

    [Fact]
    public void A_manifest_that_was_laid_out_otherwise_is_the_same()
    {
        Copy();
        Assert.Equal("base", Opened(Change("\n", "\r\n\t")).Manifest.Variant);
        RunStore.OpenReadOnly(Folder).Dispose();
    }

    [Theory]
    [InlineData("\"entries\": 539", "\"entries\": 540", "It says entries 540, and journal.bin 539.")]
    [InlineData("\"variant\": \"base\"", "\"variant\": \"quick\"", "It says variant quick, and scenario.yaml base.")]
    [InlineData("\"replication\": 0", "\"replication\": 0", null)]
    public void A_manifest_from_before_there_were_seals_is_held_to_the_files_beside_it(string was, string becomes, string? sentence)
    {
        Copy();
        var text = File.ReadAllText(Change("\"format\": 2", "\"format\": 1"));
        var end = text.IndexOf(",\n  \"seal\"", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Folder, "manifest.json"), text[..end] + "\n}\n");
        var manifest = Change(was, becomes);
        if (sentence is null)
        {
            Assert.Equal(1, Opened(manifest).Manifest.Format);
            return;
        }

        Assert.Contains(sentence, Assert.Throws<UsageException>(() => Opened(manifest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_opens_a_run_refuses_a_changed_manifest_and_a_new_run_replaces_it()
    {
        Copy();
        Change("\"seed\": 570", "\"seed\": 571");
        foreach (var command in (string[][])
        [
            ["show", "copy"], ["diff", "copy", "run"], ["diff", "run", "copy"], ["index", "copy", "--force"],
            ["query", "copy", "SELECT 1"], Again,
            ["run", "--from", "copy", "--at", "2021-05-03T12:00", "--out", "fork", "--replications", "0"],
        ])
        {
            _program.Run(command).IsRefusal("was changed after it was written. Its seal is ");
        }

        Assert.Equal(0, _program.Run([.. Again, "--force"]).ExitCode);
        Assert.Equal(File.ReadAllBytes(In("run", "manifest.json")), File.ReadAllBytes(In("copy", "manifest.json")));
    }

    [Fact]
    public void A_store_in_which_a_row_was_changed_is_refused_until_it_is_made_again()
    {
        Copy();
        using (var store = new SqliteConnection($"Data Source={In("copy", "run.sqlite")};Pooling=False"))
        {
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText = "UPDATE dossier SET complied = complied - 60 WHERE complied IS NOT NULL";
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        _program.Run("query", "copy", "SELECT 1").IsRefusal("was changed after it was made: its SHA-256 is ");
        _program.Run("index", "copy").IsRefusal("Make it again: simulator index copy --force");
        Assert.Equal(0, _program.Run("index", "copy", "--force").ExitCode);
        Assert.Equal(0, _program.Run("query", "copy", "SELECT 1").ExitCode);
        foreach (var file in new[] { "run.sqlite", "run.sqlite.sha256" })
        {
            Assert.Equal(File.ReadAllBytes(In("run", file)), File.ReadAllBytes(In("copy", file)));
        }
    }

    [Fact]
    public void A_store_that_has_lost_its_hash_gets_both_when_the_run_is_kept_again()
    {
        Copy();
        File.Delete(In("copy", "run.sqlite.sha256"));
        Assert.Contains(
            "there is no run.sqlite.sha256 beside it", Assert.Throws<StoreException>(() => RunStore.OpenReadOnly(Folder).Dispose()).Message,
            StringComparison.Ordinal);
        Assert.Contains("The same run was kept before", _program.Run(Again).Output, StringComparison.Ordinal);
        RunStore.OpenReadOnly(Folder).Dispose();
    }

    private string Folder => Path.Combine(_program.Folder, "copy");

    private string In(string run, string file) => Path.Combine(_program.Folder, run, file);

    private static RunFolder Opened(string manifest) => RunFolder.Open(Path.GetDirectoryName(manifest));

    private void Copy() => kept.Copy("run", "copy");

    private string Change(string was, string becomes)
    {
        var manifest = In("copy", "manifest.json");
        var text = File.ReadAllText(manifest);
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(manifest, text.Replace(was, becomes, StringComparison.Ordinal));
        return manifest;
    }
}
