using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Office;

public sealed class FlashReportTests
{
    [Fact]
    public void News_goes_up_to_the_issuer_of_the_directive_a_level_at_a_time()
    {
        var told = Told(Chain(at: 1000, "b/3"));
        Assert.Equal([("b/2", 1011), ("b/1", 1022), ("b/0", 1033)], told);
    }

    [Fact]
    public void Each_hands_on_the_first_news_of_an_event_only()
    {
        var told = Told(Chain(at: 1000, "b/3", "b/2"));
        Assert.Equal([("b/1", 1011), ("b/2", 1011), ("b/0", 1022)], told);
    }

    [Fact]
    public void Who_has_not_the_directive_in_hand_reports_nothing() => Assert.Empty(Told(Chain(at: 2, "b/3")));

    [Fact]
    public void The_issuer_has_nobody_to_tell() => Assert.Empty(Told(Chain(at: 1000, "b/0")));

    [Fact]
    public void Other_events_are_nobodys_business() => Assert.Empty(Told(Chain(at: 1000, "b/3") with
    {
        Events = [Event(1000, "b/3") with { Is = EventKind.Sanction }],
    }));

    [Fact]
    public void One_event_can_be_named()
    {
        var model = Chain(at: 1000, "b/3");
        Assert.Equal(3, Told(model with
        {
            Events = [Event(1000, "b/3") with { Is = EventKind.Sanction }],
            Directives = [model.Directives[0] with { Flash = new FlashReport { Events = ["outbreak"] } }],
        }).Count);
    }

    private static List<(string Body, int Tick)> Told(Model model)
    {
        var played = Played.Of(model);
        Checkers.Audit.Passes(new Checkers.Evidence(played), "flash reports");
        return
        [
            .. played.Entries
                .Where(entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.FlashReport })
                .Select(entry => (played.Model.Bodies[played.Model.IndexOf(entry.Body)].Id, entry.Tick)),
        ];
    }

    private static ExternalEvent Event(int at, params string[] bodies) => new()
    {
        Id = "outbreak",
        At = new Tick(at),
        Is = EventKind.Outbreak,
        Bodies = [.. bodies.Select(body => new Selector { Named = body })],
    };

    private static Model Chain(int at, params string[] bodies) => Sketch.Model(
        [.. Enumerable.Range(0, 4).Select(level => Sketch.Kind($"level-{level}", Sketch.Takes(Step.Compile, null, 10)))],
        Sketch.Chain(4),
        Sketch.Directive("d", "b/0", Sketch.Duty("a", 5)) with
        {
            Flash = new FlashReport { Kinds = [EventKind.Outbreak] },
        }) with
    {
        Events = [Event(at, bodies)],
    };
}
