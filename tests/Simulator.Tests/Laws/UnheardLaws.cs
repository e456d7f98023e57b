using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// Papers that come unseen, reports that are not sent and acknowledgements, by hand. A paper takes a minute under way, ten to
/// register and a hundred to carry out; tick 0 is a Monday at 08:00.
/// </summary>
public sealed class UnheardLaws
{
    private const int Midnight = 16 * 60;

    [Fact]
    public void Nothing_happens_to_a_paper_that_nobody_sees_before_its_time_comes()
    {
        var played = Played.Of(Flat(1, Plain with { Unseen = 1, NoticedAfter = new(500) }, remindAfter: null));
        Assert.Equal(1, played.By("b/1", EntryKind.Unseen).Single().Tick);
        Assert.Equal([501], Ticks(played, "b/1", EntryKind.Arrived));
        Assert.Equal([511, 611], Ticks(played, "b/1", EntryKind.StepEnded));

        // Its own report lies unseen at the issuer as long.
        Assert.Equal(612 + 500, played.By("b/0").Last(entry => entry.Kind == EntryKind.Arrived).Tick);
    }

    [Fact]
    public void A_paper_that_nobody_sees_is_noticed_as_the_first_seen_reminder_comes()
    {
        // Only the directive goes unseen: b/1's own paper would be seen, and the reminders too.
        var model = Flat(400, Plain with { Unseen = 0.5 }, remindAfter: 1000);
        var played = Played.Of(model, new RunOptions { Seed = 3 });
        var unseen = played.Entries.Where(entry => entry is { Kind: EntryKind.Unseen, What: (byte)PaperClass.Directive }).ToList();
        Wilson.Agrees(0.5, unseen.Count, 400, 0.1, "unseen");
        foreach (var paper in unseen)
        {
            var reminders = played.By(paper.Body)
                .Where(entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Reminder }).ToList();
            var arrived = played.By(paper.Body).Where(entry => entry.BringsDirective).ToList();
            Assert.Equal(reminders.Take(1).Select(entry => entry.Tick), arrived.Select(entry => entry.Tick));
        }
    }

    [Fact]
    public void A_report_that_is_done_and_not_sent_is_sent_when_the_reminder_is_registered()
    {
        var played = Played.Of(Flat(1, Plain with { Unsent = 1 }, remindAfter: 1000));
        Assert.Equal([111], Ticks(played, "b/1", EntryKind.Closed));
        Assert.Equal([(111, 0), (1001, 1)], played.By("b/1", EntryKind.Unsent).Select(entry => (entry.Tick, (int)entry.What)));
        var report = Assert.Single(played.By("b/0"), entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Report });
        Assert.Equal((1002, 1, 1), (report.Tick, report.A, report.B));
    }

    [Fact]
    public void A_registered_paper_is_acknowledged_and_not_sent_again()
    {
        var played = Played.Of(Flat(3, Plain with { Acknowledgement = new AcknowledgementRule() }, remindAfter: null));
        Assert.Equal(
            [12, 12, 12],
            played.By("b/0").Where(entry => entry.What == (byte)PaperClass.Acknowledgement).Select(entry => entry.Tick));
        Assert.Empty(played.By("b/0", EntryKind.Unacknowledged));
    }

    [Theory]
    [InlineData(null, Midnight)]
    [InlineData(300, 300)]
    public void What_nobody_acknowledges_is_sent_again_as_often_as_the_rule_says(int? within, int at)
    {
        var rule = new AcknowledgementRule { Within = within is { } minutes ? new TickSpan(minutes) : null, Resends = 2 };
        var played = Played.Of(Flat(1, Plain with { Unseen = 1, Acknowledgement = rule }, remindAfter: null));
        var step = within ?? 1440;
        Assert.Equal(
            [(at, 1), (at + step, 1), (at + (2 * step), 0)],
            played.By("b/0", EntryKind.Unacknowledged).Select(entry => (entry.Tick, (int)entry.What)));
        Assert.Equal(3, played.By("b/1", EntryKind.Unseen).Count());
    }

    [Fact]
    public void A_silent_loss_is_found_within_a_day_and_the_share_that_is_lost_falls_with_each_resend()
    {
        const int bodies = 3000;
        const double loss = 0.3;
        var rule = new AcknowledgementRule { Within = new TickSpan(1000), Resends = 1 };
        var model = Flat(bodies, Plain with { Loss = loss, Acknowledgement = rule }, remindAfter: null);
        var played = Played.Of(model, new RunOptions { Seed = 9 });
        var first = played.Entries.Where(entry => entry.BringsDirective).GroupBy(entry => entry.Body)
            .ToDictionary(each => each.Key, each => each.First().Tick);
        Wilson.Agrees(1 - loss, first.Values.Count(tick => tick == 1), bodies, 0.03, "at once");
        Wilson.Agrees(loss * (1 - loss), first.Values.Count(tick => tick == 1001), bodies, 0.03, "sent again");
        Wilson.Agrees(loss * loss, bodies - first.Count, bodies, 0.03, "never");
    }

    [Fact]
    public void An_acknowledgement_is_of_one_directive_and_of_one_addressee()
    {
        const int bodies = 500;
        const int within = 5000;
        var rule = new AcknowledgementRule { Within = new TickSpan(within), Resends = 1 };
        var model = Flat(bodies, Plain with { Loss = 0.3, Acknowledgement = rule }, remindAfter: null);
        var second = Sketch.Directive("e", "b/0", Sketch.Duty("a", 100)) with { Issued = new Tick(7) };
        var played = Played.Of(model with { Directives = [.. model.Directives, second] }, new RunOptions { Seed = 4 });
        foreach (var (directive, issued) in new[] { ("d", 0), ("e", 7) })
        {
            var root = Hash64.Upper(directive);
            var entries = played.Entries.Where(entry => entry.Root == root).ToList();
            Assert.Equal(bodies, entries.Single(entry => entry.Kind == EntryKind.Issued).B);
            var heard = entries
                .Where(entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Acknowledgement }
                    && entry.Tick < issued + within)
                .Select(entry => entry.CauseBody);
            var asked = entries.Where(entry => entry.Kind == EntryKind.Unacknowledged && entry.Tick == issued + within)
                .Select(entry => (entry.A, entry.B)).ToHashSet();
            Wilson.Agrees(1 - (0.7 * 0.7), asked.Count, bodies, 0.1, directive);
            Assert.DoesNotContain(heard, body => asked.Contains(Short(body)));
            Assert.Equal(bodies, heard.Distinct().Count() + asked.Count);
        }
    }

    [Fact]
    public void A_paper_that_a_channel_sends_twice_is_registered_once()
    {
        var played = Played.Of(Flat(5, Plain with { Duplicates = 1 }, remindAfter: null));
        for (var body = 1; body <= 5; body++)
        {
            Assert.Equal([1, 1], Ticks(played, $"b/{body}", EntryKind.Arrived));
            Assert.Equal([11, 111], Ticks(played, $"b/{body}", EntryKind.StepEnded));
        }
    }

    /// <summary>How an entry about a missing acknowledgement names the addressee.</summary>
    private static (int, int) Short(ulong body) => ((int)(body >> 40), (int)(body >> 16 & 0xFF_FFFF));

    private static Channel Plain => new() { Id = Sketch.Wire, Delay = Distribution.Constant(1) };

    private static IEnumerable<int> Ticks(Played played, string body, EntryKind kind) =>
        played.By(body, kind).Where(entry => kind != EntryKind.Arrived || entry.BringsDirective).Select(entry => entry.Tick);

    private static Model Flat(int bodies, Channel channel, int? remindAfter)
    {
        var rule = remindAfter is { } after ? new FollowUpRule { AfterIssue = new TickSpan(after) } : null;
        StepRule[] steps = [Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.CarryOut, Post.Staff, 0)];
        var model = Sketch.Model(
            [Sketch.Kind("level-0") with { FollowUp = rule }, Sketch.Kind("level-1", steps)],
            Sketch.Tree(1, bodies),
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 100)));
        return model with { Channels = [channel] };
    }
}
