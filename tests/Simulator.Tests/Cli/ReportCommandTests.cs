using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Cli;

public sealed class ReportCommandTests(KeptRun kept) : IClassFixture<KeptRun>, IDisposable
{
    /// <summary>SHA-256 of dist/echarts.min.js in the package echarts 6.1.0 of the npm registry.</summary>
    private const string PublishedCharts = "b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0";

    internal const string Markup = """
        format: 1
        scenario: markup
        title: "</script><b>bold</b> & <i>more</i>"
        start: 2021-05-04T08:00
        until: 20d
        include: [vn/2021]
        bodies:
          pm: { kind: prime-minister, name: "</script><img src=x onerror=alert(1)>" }
          province: { kind: province-committee, under: pm, name: "a\u2028b' \" onload=alert(2)" }
        directives:
          - id: order
            title: "<!-- <script>alert(3)</script>"
            from: pm
            issued: 2021-05-04T09:00
            to: { kind: province-committee }
            assignments: [{ id: do, do: work, by: each addressee, takes: 1wd }]
        """;

    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public void The_chart_library_is_the_published_file_and_its_licences_go_with_it()
    {
        var folder = Path.Combine(ShippedScenarios.Repository, "src", "Simulator.Cli", "Reports", "Page");
        Assert.Equal(PublishedCharts, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "echarts.min.js")))));
        var html = Page("library").Html;
        Assert.Contains(File.ReadAllText(Path.Combine(folder, "echarts.min.js")), html, StringComparison.Ordinal);
        Assert.Contains("The Apache Software Foundation", html, StringComparison.Ordinal);
        Assert.Contains("Copyright 2010-2016 Mike Bostock", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_one_file_that_may_ask_no_network_and_is_called_after_its_run()
    {
        var answer = Report(kept.Program, "run", "--force");
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal("", answer.Output);
        Assert.Contains("run.html: ", answer.Error, StringComparison.Ordinal);
        var page = new ReportPage(File.ReadAllText(Path.Combine(kept.Program.Folder, "run.html")));
        Assert.True(page.Html.Length < 5_000_000);
        Assert.Contains("default-src 'none'", page.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<link|@import|url\\(|<img|src=\"http", page.Html[..page.Html.IndexOf("<script>", StringComparison.Ordinal)]);
        Assert.Equal(4, Regex.Count(page.Html, "</script>"));
        Assert.Single(Regex.Matches(page.Body, "<h1"));
        var levels = Regex.Matches(page.Body, "<h([1-6])").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, "a heading was skipped"));
        Assert.All(page.Charts, chart => Assert.Contains(
            $"id=\"{chart.GetProperty("id").GetString()}\" role=\"img\" aria-label=\"", page.Body, StringComparison.Ordinal));
        Assert.Equal(page.Charts.Count(), Regex.Count(page.Body, "<figure>"));
        Assert.Equal(page.Charts.Count(), Regex.Count(page.Body, "<details class=\"numbers\">"));
    }

    [Fact]
    public void Its_numbers_are_those_that_show_prints()
    {
        var page = Page("numbers");
        var summary = Show("summary").GetProperty("directives")[0];
        string Number(string key) => summary.GetProperty(key).GetInt32().ToString(CultureInfo.InvariantCulture);
        Assert.Contains(
            $"had reached {Number("reached")} of them; {Number("registered")} had registered it and {Number("complied")} (", page.Text,
            StringComparison.Ordinal);
        var states = page.Figure("states").GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(
            summary.GetProperty("complied").GetDouble(),
            Values(states.Single(each => each.GetProperty("colour").GetString() == "complied")).Sum());

        var path = Show("critical-path", "--directive", "telegram");
        var waterfall = page.Figure("waterfall");
        var legs = path.GetProperty("legs").EnumerateArray().Where(leg => leg.GetProperty("elapsedMinutes").GetInt32() > 0).ToList();
        Assert.Equal(legs.Count, waterfall.GetProperty("rows").GetArrayLength());
        Assert.Equal(
            path.GetProperty("makespanMinutes").GetInt32() / 1440.0,
            waterfall.GetProperty("series").EnumerateArray().Sum(series => Values(series).Sum()), 0.01);
        foreach (var sentence in path.GetProperty("sentences").EnumerateArray())
        {
            Assert.Contains(sentence.GetString()!, page.Text, StringComparison.Ordinal);
        }

        var coverage = Show("coverage", "--directive", "telegram");
        var last = coverage[0].GetProperty("all").GetProperty("steps").EnumerateArray().Last();
        var curves = page.Figure("coverage-all").GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(
            100.0 * last.GetProperty("complied").GetInt32() / summary.GetProperty("addressed").GetInt32(),
            curves[2].GetProperty("points").EnumerateArray().Last()[1].GetDouble(), 0.001);

        foreach (var stall in Show("stalls")[0].GetProperty("stalls").EnumerateArray().Take(5))
        {
            Assert.Contains(stall.GetProperty("name").GetString()!, page.Text, StringComparison.Ordinal);
        }

        foreach (var goal in Show("summary").GetProperty("goals").EnumerateArray())
        {
            Assert.Contains(goal.GetProperty("goal").GetString()!, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_quantiles_are_those_of_the_view_of_delays()
    {
        var rows = Page("delays").Figure("delays-quantiles").GetProperty("rows").EnumerateArray().ToList();
        var groups = Show("delays", "--directive", "telegram")[0].GetProperty("groups").EnumerateArray();
        var district = groups.Single(group => group.GetProperty("name").GetString() == "district");
        var report = district.GetProperty("times").EnumerateArray().Single(time => time.GetProperty("timeTo").GetString() == "report");
        var drawn = rows.Single(row => row.GetProperty("name").GetString() == "district: report");
        Assert.Equal(report.GetProperty("elapsedMinutes").GetProperty("p50").GetDouble() / 1440, drawn.GetProperty("middle").GetDouble(), 0.001);
        Assert.Equal(report.GetProperty("elapsedMinutes").GetProperty("p90").GetDouble() / 1440, drawn.GetProperty("high").GetDouble(), 0.001);
    }

    [Fact]
    public void The_same_run_is_the_same_bytes_and_they_tell_nothing_of_the_machine_or_the_day()
    {
        var first = Page("first", "--replications", "30").Html;
        Assert.Equal(first, Page("second", "--replications", "30").Html);
        Assert.DoesNotContain(kept.Program.Folder, first, StringComparison.Ordinal);
        Assert.DoesNotContain($" {Environment.MachineName} ", first, StringComparison.Ordinal);
        Assert.Contains("Predicted and observed", first, StringComparison.Ordinal);
        Assert.Contains("What 30 runs predict", first, StringComparison.Ordinal);
        Assert.Contains("on the path elsewhere", first, StringComparison.Ordinal);
    }

    [Fact]
    public void In_Vietnamese_all_of_it_is_and_numbers_have_their_comma()
    {
        var page = Page("vi", "--lang", "vi", "--title", "Báo cáo thử");
        Assert.StartsWith("<!doctype html>\n<html lang=\"vi\">", page.Html, StringComparison.Ordinal);
        Assert.Contains("<h1>Báo cáo thử</h1>", page.Body, StringComparison.Ordinal);
        Assert.Contains("Đường găng", page.Text, StringComparison.Ordinal);
        Assert.Contains("61,3 %", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d\.\d ?%|\bcomplied\b|\bregistered\b(?!\()|\bcommune\b(?!\))|\d d \d", Regex.Replace(page.Text, @"\w+\((level|kind) .*", ""));
    }

    [Fact]
    public void Names_with_markup_do_nothing()
    {
        File.WriteAllText(Path.Combine(program.Folder, "markup.yaml"), Markup);
        Assert.Equal(0, program.Run("run", "markup.yaml", "--out", "markup").ExitCode);
        var answer = Report(program, "markup");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var html = File.ReadAllText(Path.Combine(program.Folder, "markup.html"));
        var page = new ReportPage(html);
        Assert.Equal(4, Regex.Count(html, "</script>"));
        var own = html[..html.IndexOf("<script type=\"text/plain\"", StringComparison.Ordinal)]; // the rest is as it was published
        Assert.DoesNotContain("<img", own, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", own, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onload", own, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', page.Data.GetRawText());
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;", html, StringComparison.Ordinal);
    }

    /// <summary>A trainer hands the page on: whoever reads it must not take what was brought in for the course of things.</summary>
    [Fact]
    public void What_was_done_to_a_run_is_told()
    {
        var exercise = Path.Combine(ShippedScenarios.Repository, "scenarios", "injects", "bac-kan-570-exercise.yaml");
        var run = program.Run(
            "run", Program.Scenario("bac-kan-570"), "--injects", exercise, "--replications", "0", "--no-index", "--out", "exercise");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(0, Report(program, "exercise").ExitCode);
        var page = File.ReadAllText(Path.Combine(program.Folder, "exercise.html"));
        Assert.Contains("What was done to it", page, StringComparison.Ordinal);
        Assert.Contains("vice-chairman-ill (One of the city&#39;s leaders is away) begins", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What was done to it", Page("untouched").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_runs_stand_side_by_side()
    {
        Assert.Equal(0, kept.Program.Run(
            "run", Program.Scenario("bac-kan-570"), "--variant", "quick-drafting", "--replications", "0", "--out", "quick", "--force").ExitCode);
        var answer = kept.Program.Run("report", "run", "quick", "--replications", "0", "--out", "two.html", "--force");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var page = new ReportPage(File.ReadAllText(Path.Combine(kept.Program.Folder, "two.html")));
        Assert.Contains("<h2 id=\"side-by-side\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(2, page.Figure("side-by-side-complied").GetProperty("series").GetArrayLength());
        Assert.Contains("id=\"run-1-waterfall\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"run-2-waterfall\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(page.Charts.Count(), page.Charts.Select(chart => chart.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public void Side_by_side_stands_one_directive_or_nothing()
    {
        File.WriteAllText(Path.Combine(program.Folder, "one.yaml"), Markup);
        File.WriteAllText(Path.Combine(program.Folder, "other.yaml"), Markup.Replace("id: order", "id: another", StringComparison.Ordinal));
        Assert.Equal(0, program.Run("run", "one.yaml", "--out", "one").ExitCode);
        Assert.Equal(0, program.Run("run", "other.yaml", "--out", "other").ExitCode);
        Report(program, "one", "other").IsRefusal("'order' was not issued in the run in 'other'. Side by side stands");
        Report(program, "one", "other", "--directive", "order").IsRefusal("have none in common: report each by itself.");
        Assert.False(File.Exists(Path.Combine(program.Folder, "one-and-others.html")));
    }

    [Fact]
    public void A_sweep_is_told_with_intervals_that_are_those_of_its_table()
    {
        var sweep = program.Run("sweep", Program.Scenario("bac-kan-570"), "--vary", "directives.telegram.urgency=urgent,express",
            "--replications", "12", "--out", "marks");
        Assert.True(sweep.ExitCode == 0, sweep.Error);
        var answer = Report(program, "marks");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var page = new ReportPage(File.ReadAllText(Path.Combine(program.Folder, "marks.html")));
        var first = File.ReadAllLines(Path.Combine(program.Folder, "marks", "cells.csv"))[1].Split("\"")[^1].Split(',');
        var row = page.Figure("outcome-1-cells").GetProperty("rows")[0];
        var numbers = first.Where(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToList();
        Assert.Contains(numbers, number => Math.Abs(number - row.GetProperty("middle").GetDouble()) < 1e-5);
        Assert.Contains(numbers, number => Math.Abs(number - row.GetProperty("low").GetDouble()) < 1e-5);
        Assert.Contains(numbers, number => Math.Abs(number - row.GetProperty("high").GetDouble()) < 1e-5);
        Assert.Contains("is better than", page.Text, StringComparison.Ordinal);
        Assert.True(page.Figure("outcome-1-differences").GetProperty("isSigned").GetBoolean());
        Report(program, "marks", "--directive", "telegram", "--force").IsRefusal("--directive and --replications are for runs");
        Report(program, "marks", "marks").IsRefusal("A sweep has a report of its own");
        var vietnamese = program.Run("report", "marks", "--lang", "vi", "--out", "-");
        Assert.Contains("tốt hơn", new ReportPage(vietnamese.Output).Text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(program.Folder, "marks", "unfinished.jsonl"), "");
        Report(program, "marks", "--force").IsRefusal("was interrupted");
    }

    [Fact]
    public void What_cannot_be_told_is_refused_with_a_sentence_and_nothing_is_left()
    {
        Report(program, "nowhere").IsRefusal("There is no run folder 'nowhere'.");
        Directory.CreateDirectory(Path.Combine(program.Folder, "empty"));
        Report(program, "empty").IsRefusal("is not a run folder");
        Report(kept.Program, "run", "--directive", "telegran", "--out", "no.html").IsRefusal("Did you mean 'telegram'?");
        Report(kept.Program, "run", "--replications", "-1").IsRefusal("is not a number of replications");
        File.WriteAllText(Path.Combine(kept.Program.Folder, "there.html"), "mine");
        Report(kept.Program, "run", "--out", "there.html").IsRefusal("'there.html' is there already. Replace it with --force");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(kept.Program.Folder, "there.html")));
        Report(kept.Program, "run", "--out", Path.Combine("no", "such", "folder.html")).IsRefusal("There is no folder '");
        Report(kept.Program, "run", "--out", ".", "--force").IsRefusal("--out takes the name of a file, and '.' is a folder.");
        Report(kept.Program, "run", "--out", Path.Combine("run", "in.html")).IsRefusal("is in the folder of the run");
        Report(kept.Program, [.. Enumerable.Repeat("run", 7)]).IsRefusal("more than can be read side by side");
        Assert.False(File.Exists(Path.Combine(kept.Program.Folder, "no.html")));
        Assert.Empty(Directory.EnumerateFiles(kept.Program.Folder, "*.unfinished-*"));
    }

    private ReportPage Page(string name, params string[] more)
    {
        var answer = kept.Program.Run(["report", "run", "--out", $"{name}.html", "--force", .. more]);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return new ReportPage(File.ReadAllText(Path.Combine(kept.Program.Folder, $"{name}.html")));
    }

    private JsonElement Show(string view, params string[] more)
    {
        var answer = kept.Program.Run(["show", "run", "--view", view, "--format", "json", .. more]);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer.Json;
    }

    private static Answer Report(Program program, params string[] arguments) => program.Run(["report", .. arguments]);

    private static IEnumerable<double> Values(JsonElement series) => series.GetProperty("values").EnumerateArray().Select(value => value.GetDouble());
}
