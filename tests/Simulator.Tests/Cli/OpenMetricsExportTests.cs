using Simulator.Tests.Analysis.Exports.OpenMetrics;

namespace Simulator.Tests.Cli;

public sealed class OpenMetricsExportTests(KeptRun kept) : IClassFixture<KeptRun>
{
    [Fact]
    public void A_run_becomes_a_text_that_says_how_it_stood_every_hour()
    {
        var answer = kept.Program.Run("export", "run", "--to", "openmetrics", "--out", "hourly.om");
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Equal("", answer.Output);
        var text = new MetricText(File.ReadAllText(Path.Combine(kept.Program.Folder, "hourly.om")));
        Assert.Contains(
            FormattableString.Invariant($"{text.Families.Count} families, {text.Series.Count} series, {text.Samples:N0} samples"), answer.Error,
            StringComparison.Ordinal);
        Assert.Contains("There is a sample every 1h", answer.Error, StringComparison.Ordinal);
        Assert.Contains("from=1619942400000&to=1622534400000", answer.Error, StringComparison.Ordinal);
        Assert.Equal(31, text.At(1_622_534_400, "simulator_run_bodies", ("milestone", "addressed"), ("run", "run")));
    }

    [Fact]
    public void It_can_be_moved_to_another_time_and_asked_more_seldom()
    {
        var answer = kept.Program.Run(
            "export", "run", "--to", "openmetrics", "--every", "1d", "--begins-at", "2026-11-02T07:00+07:00", "--out", "-");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var text = new MetricText(answer.Output);
        var info = text.Series.Single(each => each.Key.StartsWith("simulator_run_info", StringComparison.Ordinal)).Value;
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), info.Keys[0]);
        Assert.Equal(31, info.Count);
    }

    [Theory]
    [InlineData("--every takes a length of time such as 15m, 1h or 1d, not '0h'.", "--every", "0h")]
    [InlineData("--every takes a length of time such as 15m, 1h or 1d, not 'often'.", "--every", "often")]
    [InlineData("--begins-at takes a moment from 1970 on, a date or a date and a time", "--begins-at", "now")]
    [InlineData("--begins-at takes a moment from 1970 on", "--begins-at", "1969-12-31")]
    [InlineData("--begins-at 9999-12-31 is too late: the run would end after 2262-04-11", "--begins-at", "9999-12-31")]
    [InlineData("the form openmetrics does not look at it", "--case", "document")]
    public void What_cannot_be_is_refused_and_leaves_nothing(string sentence, string option, string value)
    {
        kept.Program.Run("export", "run", "--to", "openmetrics", "--out", "refused.om", option, value).IsRefusal(sentence);
        Assert.False(File.Exists(Path.Combine(kept.Program.Folder, "refused.om")));
    }

    [Fact]
    public void Options_of_this_form_are_refused_by_others() =>
        kept.Program.Run("export", "run", "--to", "csv", "--every", "1h").IsRefusal("--every goes with --to openmetrics");
}
