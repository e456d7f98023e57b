using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Waits;

/// <summary>
/// Reasons in shipped scenarios whose minutes were counted by hand, from two lines of the journal and the calendar: offices
/// work 07:30 to 11:30 and 13:30 to 17:30, clerks and whoever has a paper of a mark longer.
/// </summary>
public sealed class KnownByHandTests
{
    /// <summary>Scenario, body, the entry that ends the leg, and the leg's minutes by reason.</summary>
    public static TheoryData<string, string, uint, string> Legs => new()
    {
        // Sent 09:00, there 09:02.
        { "mechanisms/batching", "districts/1", 1, "travel 2" },
        // Begun 10:02, ended 13:34: 88 minutes before noon, 120 of noon, 4 after.
        { "mechanisms/batching", "districts/1", 3, "work 92, off-hours 120" },
        // Assigned 13:34, signed from 16:00, when the leader signs, to 16:10.
        { "mechanisms/batching", "districts/1", 4, "work 10, batching 146" },
        // Issued Wednesday 19:07; the meeting is on Monday at 08:00.
        { "mechanisms/meeting", "communes/1", 1, "batching 6533" },
        // Sent 2 March 15:00, in the box 15:02, noticed 12 March 15:50.
        { "mechanisms/unseen-papers", "communes/15", 4, "travel 2, unseen 14448" },
        // Thursday 09:20 to Monday 07:30 behind the express order, which is done over the weekend: 370 and 480 minutes in hours.
        { "mechanisms/second-order", "communes-2/3", 14, "work 177, off-hours 4800, more-urgent-paper 850" },
        // There 10:39; the clerk has the first order in hand until 16:03.
        { "mechanisms/second-order", "communes-2/1", 4, "work 12, earlier-paper 324" },
        // Assigned 09:14, taken up 10:30; drafted until 13:41, noon left out.
        { "mechanisms/other-papers", "districts/1", 5, "work 71, off-hours 120, background-load 76" },
        // Both leaders are away; Wednesday 14:24 to Friday 10:48 with two nights of 690 minutes between.
        { "mechanisms/absent-leader", "communes-1/3", 4, "work 21, off-hours 1380, absence 1284" },
        // Silence is consent after two days.
        { "mechanisms/silence-is-consent", "communes/10", 6, "opinion 2880" },
        // Handled 2 June 11:40, the cut-off 25 June 16:00, with one report missing.
        { "hot-above-cold-below", "districts/tuy-hoa", 46, "subordinates-reports 33380" },
        // Reminded ten days after the issue.
        { "mechanisms/stalled-relay", "province", 8, "stall 14400" },
        // Assigned 2 March 08:18, dissolved 4 March 07:00.
        { "mechanisms/reform-in-mid-run", "districts/1", 8, "hand-over 2802" },
        // Issued 16:27, looked for at 07:00.
        { "mechanisms/acknowledgement", "provinces/1", 12, "retry 873" },
        // Posted at noon, sent again from 16:00: 12:03 to 16:00 in the outbox.
        { "mechanisms/post", "districts/12", 1, "travel 736, batching 237" },
    };

    /// <summary>Scenario, directive, body, and one reason of its stretch from arrival to compliance.</summary>
    public static TheoryData<string, string, string, string> Stretches => new()
    {
        // Laid aside 2 March 09:37, resumed by a reminder 11 March 15:56.
        { "mechanisms/laid-aside", "markets", "east-communes/1", "stall 13339" },
        // It waited for three coordinating bodies from 2 March 11:25 to 7 March 15:40.
        { "mechanisms/coordination", "reopening", "education/2", "coordinating-bodies 7455" },
        // Asked 1 March 09:17, answered 2 March 18:57.
        { "mechanisms/return-for-opinion", "order", "districts/6", "opinion 2020" },
    };

    [Theory]
    [MemberData(nameof(Legs))]
    public void A_leg_is_split_as_by_hand(string scenario, string body, uint sequence, string expected)
    {
        var trace = TraceOf(scenario);
        var parts = new WaitPart[WaitReasons.Count];
        var count = new WaitSplitter(trace).Split(trace.Of(PlaceOf(trace.Model, body), sequence), parts);
        Assert.Equal(expected, string.Join(", ", parts.Take(count).Select(part => $"{part.Reason.Key()} {part.Minutes}")));
    }

    [Theory]
    [MemberData(nameof(Stretches))]
    public void A_stretch_at_a_body_is_split_as_by_hand(string scenario, string directive, string body, string expected)
    {
        var trace = TraceOf(scenario);
        var root = trace.Model.Directives.ToList().FindIndex(each => each.Source.Id == directive);
        var table = WaitTable.Of(trace, root, ProgressReader.Read(trace), trace.Model.Until);
        var wait = table.Bodies.Single(each => each.Body == PlaceOf(trace.Model, body));
        Assert.Contains(expected, wait.Sum.Parts.Select(part => $"{part.Reason.Key()} {part.Minutes}"));
    }

    [Fact]
    public void What_lies_aside_at_a_moment_has_done_so_since_it_was_laid_aside()
    {
        var trace = TraceOf("mechanisms/laid-aside");
        var body = PlaceOf(trace.Model, "east-communes/1");
        var laidAside = trace.Of(body, 4);
        Assert.Equal(EntryKind.Stalled, laidAside.Kind);

        // Three days later; the reminder comes after nine.
        var at = laidAside.Tick + (3 * 1440);
        var wait = WaitTable.Of(trace, 0, ProgressReader.Read(trace, at), at).Bodies.Single(each => each.Body == body);
        Assert.Equal((HoldUpCause.LaidAside, 3 * 1440, at), (wait.Open, wait.Sum[WaitReason.Stall], wait.To));
    }

    [Fact]
    public void A_relay_that_is_pinned_waits_for_its_date()
    {
        var office = Sketch.Kind("office", Sketch.Takes(Step.Register, Post.Clerk, 10));
        var ward = office with { Id = "ward", Level = "ward" };
        var model = Sketch.Model(
            [Sketch.Kind("centre"), office, ward],
            [Sketch.Body("c", "centre"), Sketch.Body("o", "office", "c"), Sketch.Body("w", "ward", "o")],
            Sketch.Directive("d", "c")) with
        {
            Pinned = [new PinnedPaper("d", "o", new Tick(500))],
        };
        var played = Played.Of(model);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var issued = played.By("o", EntryKind.Issued).Single();
        var parts = new WaitPart[WaitReasons.Count];
        Assert.Equal(1, new WaitSplitter(trace).Split(issued, parts));

        // It came at minute 1 and was handled at 11, from when on its date was waited for.
        Assert.Equal(new WaitPart(WaitReason.Pinned, 489), parts[0]);
    }

    private static RunTrace TraceOf(string scenario)
    {
        var played = ShippedRun.Base(scenario);
        return new RunTrace(played.Model, [.. played.Entries]);
    }

    private static int PlaceOf(CompiledModel model, string id) => model.Bodies.ToList().FindIndex(body => body.Id == id);
}
