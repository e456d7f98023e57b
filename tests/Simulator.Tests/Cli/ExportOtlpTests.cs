using Simulator.Tests.Analysis.Exports.Otlp;

namespace Simulator.Tests.Cli;

public sealed class ExportOtlpTests(KeptRun kept) : IClassFixture<KeptRun>
{
    private readonly Program _program = kept.Program;

    [Fact]
    public void A_run_is_sent_and_the_end_says_how_many_spans_arrived()
    {
        using var receiver = new WebReceiver();
        var answer = _program.Run("export", "run", "--to", "otlp", "--endpoint", $"{receiver.Address}", "--header", "x-a=b");
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Equal("", answer.Output);
        Assert.Contains("otlp: 1 trace, 453 spans, 453 arrived, 0 not arrived\n", answer.Error, StringComparison.Ordinal);
        Assert.Contains($"453 of 453 spans arrived at {receiver.Address}v1/traces; requests: 1, of them sent again: 0.\n", answer.Error, StringComparison.Ordinal);

        var json = _program.Run("export", "run", "--to", "otlp", "--endpoint", $"{receiver.Address}", "--format", "json").Json;
        Assert.Equal(453, json.GetProperty("counts").GetProperty("arrived").GetInt32());
    }

    [Fact]
    public void What_did_not_all_arrive_ends_with_1()
    {
        using var receiver = new WebReceiver(WebReceiver.Rejects(3, "too old"));
        var answer = _program.Run("export", "run", "--to", "otlp", "--endpoint", $"{receiver.Address}");
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("453 spans, 450 arrived, 3 not arrived\n", answer.Error, StringComparison.Ordinal);
        Assert.Contains("3 did not arrive: too old.\n", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-05T08:00:00+07:00", "is sent as 2026-01-05T01:00:00Z, an offset of 147632400 s")]
    [InlineData("2026-01-05", "is sent as 2026-01-05T00:00:00Z")]
    public void The_beginning_of_the_run_can_be_put_on_a_moment(string moment, string sentence)
    {
        using var receiver = new WebReceiver();
        var answer = _program.Run("export", "run", "--to", "otlp", "--endpoint", $"{receiver.Address}", "--begins-at", moment);
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_moved_and_made_to_end_now()
    {
        using var receiver = new WebReceiver();
        var moved = _program.Run("export", "run", "--to", "otlp", "--endpoint", $"{receiver.Address}", "--offset", "-7h");
        Assert.Contains("is sent as 2021-05-02T01:00:00Z, an offset of -25200 s", moved.Error, StringComparison.Ordinal);
        var now = _program.Run("export", "run", "--to", "otlp", "--endpoint", $"{receiver.Address}", "--ends", "now");
        Assert.True(now.ExitCode == 0, now.Error);
        Assert.DoesNotContain("an offset of 0 s", now.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--endpoint is 'nowhere'; it takes a URL", "--endpoint", "nowhere")]
    [InlineData("--header takes name=value", "--header", "secret")]
    [InlineData("--batch takes how many spans a request has at most, 1 or more, not 0.", "--batch", "0")]
    [InlineData("--offset takes a length such as -7h, 90m or 1800d, not 'much'.", "--offset", "much")]
    [InlineData("--begins-at takes a moment from 1970 on, a date or a date and a time", "--begins-at", "tomorrow")]
    [InlineData("--ends takes a moment from 1970 on", "--ends", "soon")]
    [InlineData("--begins-at 9999-12-31 is too late: the run would end after 2262-04-11", "--begins-at", "9999-12-31")]
    [InlineData("--begins-at 2262-04-11 is too late", "--begins-at", "2262-04-11")]
    [InlineData("--ends 9999-12-31 is too late", "--ends", "9999-12-31")]
    [InlineData("--ends 2262-04-12 is too late", "--ends", "2262-04-12")]
    [InlineData("--header gives x-a a value with letters that are not ASCII", "--header", "x-a=khó")]
    [InlineData("give one of them", "--ends", "now", "--offset", "1d")]
    [InlineData("Did you mean 'telegram'?", "--directive", "telegrm")]
    [InlineData("No directive is called 'x'.", "--directive", "x")]
    [InlineData("--out goes with --to csv", "--out", "x")]
    [InlineData("Nothing listens at http://127.0.0.1:9/v1/traces", "--endpoint", "http://127.0.0.1:9")]
    public void A_mistake_is_told_and_nothing_is_sent(string sentence, params string[] options) =>
        _program.Run(["export", "run", "--to", "otlp", .. options]).IsRefusal(sentence);
}
