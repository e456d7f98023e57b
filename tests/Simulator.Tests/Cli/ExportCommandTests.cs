using System.Text.Json;

namespace Simulator.Tests.Cli;

public sealed class ExportCommandTests(KeptRun kept) : IClassFixture<KeptRun>
{
    private readonly Program _program = kept.Program;

    [Fact]
    public void A_run_is_written_to_a_file_of_its_name_and_a_line_says_what_it_came_to()
    {
        var answer = _program.Run("export", "run", "--to", "csv");
        Assert.Equal((0, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith("run.csv: 389 events, 1 case; 0.08 MB", answer.Error, StringComparison.Ordinal);
        Assert.StartsWith("case_id,activity,enabled,started,ended,resource,", Text("run.csv"), StringComparison.Ordinal);

        _program.Run("export", "run", "--to", "csv").IsRefusal("'run.csv' is there already. Replace it with --force");
        Assert.Equal(0, _program.Run("export", "run", "--to", "csv", "--case", "dossier", "--force").ExitCode);
        Assert.Contains("\r\ntelegram@city,register,", Text("run.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_program.Folder), file => file.Contains("unfinished", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xes")]
    [InlineData("ocel")]
    [InlineData("perfetto")]
    public void A_form_is_the_same_on_standard_output_in_a_file_and_without_a_store(string form)
    {
        var first = _program.Run("export", "run", "--to", form, "--out", "-");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(0, _program.Run("export", "run", "--to", form, "--out", $"again.{form}").ExitCode);
        Assert.Equal(first.Output, Text($"again.{form}"));

        var copy = Directory.CreateDirectory(Path.Combine(_program.Folder, $"copy-{form}")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(_program.Folder, "run")).Where(file => !file.EndsWith("sqlite")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        Assert.Equal(first.Output, _program.Run("export", $"copy-{form}", "--to", form, "--out", "-").Output);
        Assert.False(File.Exists(Path.Combine(copy, "run.sqlite")));
    }

    [Fact]
    public void Json_says_what_was_written()
    {
        var json = _program.Run("export", "run", "--to", "ocel", "--out", "told.json", "--format", "json").Json;
        Assert.Equal("told.json", json.GetProperty("file").GetString());
        Assert.Equal(new FileInfo(Path.Combine(_program.Folder, "told.json")).Length, json.GetProperty("bytes").GetInt64());
        Assert.Equal(539, json.GetProperty("counts").GetProperty("events").GetInt64());
        Assert.Equal(254, json.GetProperty("counts").GetProperty("objects").GetInt64());
        Assert.Equal(JsonValueKind.Array, json.GetProperty("remarks").ValueKind);
        _program.Run("export", "run", "--to", "ocel", "--out", "-", "--format", "json").IsRefusal("--out - cannot go there, too");
    }

    [Fact]
    public void What_a_form_does_not_take_is_refused_with_the_form_that_does()
    {
        _program.Run("export", "run", "--to", "ocel", "--case", "document")
            .IsRefusal("--case goes with --to csv or xes; the form ocel does not look at it.");
        _program.Run("export", "run", "--to", "csv", "--top", "3").IsRefusal("--top goes with --to perfetto");
        _program.Run("export", "run", "--to", "cvs").IsRefusal("cvs");
        _program.Run("export", "run").IsRefusal("--to");
        _program.Run("export", "run", "--to", "csv", "--case", "paper").IsRefusal("paper");
        _program.Run("export", "run", "--to", "perfetto", "--top", "0").IsRefusal("--top 0 is not a number of bodies");
        _program.Run("export", "run", "--to", "perfetto", "--under", "citty").IsRefusal("Did you mean 'city'?");
        _program.Run("export", "run", "--to", "perfetto", "--under", "communes").IsRefusal("'communes' is not one body: it could be");
    }

    [Fact]
    public void A_link_stays_a_link_and_what_it_leads_to_is_replaced()
    {
        var (target, link) = (Path.Combine(_program.Folder, "target.csv"), Path.Combine(_program.Folder, "link.csv"));
        File.WriteAllText(target, "");
        File.CreateSymbolicLink(link, target);
        _program.Run("export", "run", "--to", "csv", "--out", "link.csv").IsRefusal("is there already");
        Assert.Equal(0, _program.Run("export", "run", "--to", "csv", "--out", "link.csv", "--force").ExitCode);
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.NotEqual(0, new FileInfo(target).Length);
    }

    [Fact]
    public void A_place_that_is_none_is_refused_and_nothing_is_left()
    {
        var before = Files();
        _program.Run("export", "run", "--to", "csv", "--out", "run/log.csv").IsRefusal("is in the folder of the run");
        _program.Run("export", "run", "--to", "csv", "--out", "nowhere/log.csv").IsRefusal("There is no folder");
        _program.Run("export", "run", "--to", "csv", "--out", "run").IsRefusal("is a folder");
        _program.Run("export", "run", "--to", "csv", "--out", "/dev/full", "--force").IsRefusal("is a device");
        _program.Run("export", "none", "--to", "csv").IsRefusal("There is no run folder 'none'.");
        _program.Run("export", "--to", "csv").IsRefusal("There is no run under 'runs' yet.");
        Assert.Equal(before, Files());
    }

    private string[] Files() =>
        [.. Directory.EnumerateFileSystemEntries(_program.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private string Text(string file) => File.ReadAllText(Path.Combine(_program.Folder, file));
}
