using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Organisation;

/// <summary>What a scenario says of channels, and mistakes that people make in it.</summary>
public sealed class ChannelTests
{
    [Fact]
    public void A_channel_does_what_its_keys_say()
    {
        var channel = Read(
            "fails: 10%, retries: { after: 30m, at-most: 3 }, leaves: { at: [\"10:00\", \"16:00\"], on: office-hours }, absent: 5%, "
            + "absent-after: 2d, reaches: clerk, unseen: 3%, noticed-after: 5d, unsent: 4%, duplicates: 2%, "
            + "acknowledgement: { within: 1d, at-most: 2 }");
        Assert.Equal((0.1, 3, 30), (channel.Fails, channel.MostRetries, channel.RetriesAfter.Minutes));
        Assert.Equal([600, 960], channel.Leaves!.At);
        Assert.Equal(("office-hours", (DayOfWeek?)null), (channel.Leaves.Calendar, channel.Leaves.Day));
        Assert.Equal((0.05, 2880, true), (channel.Absent, channel.AbsentAfter!.Value.Minutes, channel.NeedsClerk));
        Assert.Equal((0.03, 7200, 0.04, 0.02), (channel.Unseen, channel.NoticedAfter!.Value.Minutes, channel.Unsent, channel.Duplicates));
        Assert.Equal(new AcknowledgementRule { Within = new TickSpan(1440), Resends = 2 }, channel.Acknowledgement);
    }

    [Fact]
    public void A_meeting_is_held_every_week_or_at_its_times()
    {
        var weekly = Read("meets: { every: mon, at: \"08:00\" }").Leaves!;
        Assert.Equal((DayOfWeek.Monday, 480), (weekly.Day, Assert.Single(weekly.At)));
        Assert.Equal([new CivilTime(2021, 5, 10, 8, 0)], Read("meets: { times: [2021-05-10T08:00] }").Leaves!.Moments);
    }

    [Fact]
    public void Same_day_is_what_an_acknowledgement_is_without_a_length_of_time()
    {
        Assert.Equal(new AcknowledgementRule(), Read("acknowledgement: { within: same-day }").Acknowledgement);
        Assert.Equal(new AcknowledgementRule { Resends = 0 }, Read("acknowledgement: { resend: false }").Acknowledgement);
        Assert.Null(Read("acknowledgement: none").Acknowledgement);
    }

    [Theory]
    [InlineData("fails: 110%", "more than 100%", null)]
    [InlineData("fials: 10%", "no key 'fials'", "fails")]
    [InlineData("retries: { after: 0m }", "no time at all", null)]
    [InlineData("retries: { at-most: 101 }", "from 0 to 100", null)]
    [InlineData("leaves: { at: \"25:00\" }", "no hour of the day", null)]
    [InlineData("leaves: { at: \"10:00\", on: ofice-hours }", "no calendar 'ofice-hours'", "office-hours")]
    [InlineData("leaves: { on: office-hours }", "'at'", null)]
    [InlineData("leaves: { at: \"10:00\" }, meets: { every: mon, at: \"08:00\" }", "at hours of collection or at a meeting", null)]
    [InlineData("meets: { every: monday, at: \"08:00\" }", "cannot be 'monday'", null)]
    [InlineData("meets: { every: mon }", "when the meeting is held", null)]
    [InlineData("meets: { every: mon, times: [2021-05-10T08:00] }", "every week or at single times", null)]
    [InlineData("absent-after: 2wd", "elapsed", null)]
    [InlineData("reaches: clerks", "cannot be 'clerks'", "clerk")]
    [InlineData("noticed-after: nevr", "nevr", null)]
    [InlineData("acknowledgement: { within: 0d }", "no time at all", null)]
    [InlineData("acknowledgement: { at-most: 0 }", "from 1 to 60", null)]
    public void Each_mistake_is_told_with_what_would_be_right(string keys, string what, string? nearest)
    {
        var result = With(keys);
        Assert.Null(result.Model);
        Assert.Contains(
            result.Problems,
            problem => problem.Severity == Severity.Error
                && problem.ToString().Contains(what, StringComparison.Ordinal)
                && (nearest is null || problem.Nearest == nearest));
    }

    private static Channel Read(string keys) =>
        Sample.Sound(With(keys)).Model!.Channels.Single(channel => channel.Id == "axis");

    private static Simulator.Scenarios.LoadResult With(string keys) =>
        Sample.With("bodies:\n", $"channels: {{ axis: {{ {keys} }} }}\nbodies:\n");
}
