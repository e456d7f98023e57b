using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class EventsTests
{
    private const string Flood =
        "events: [{ id: flood, at: 2021-05-10T08:00, is: outbreak, bodies: [level commune, city], title: Lụt }]\n";

    [Fact]
    public void An_event_says_what_it_is_and_when_and_whom_it_befalls()
    {
        var befell = Assert.Single(Sample.Sound(Sample.With("observed:", Flood + "observed:")).Model!.Events);
        Assert.Equal(("flood", EventKind.Outbreak, new Tick((6 * 1440) + 60)), (befell.Id, befell.Is, befell.At));
        Assert.Equal([new Selector { Level = "commune" }, new Selector { Named = "city" }], befell.Bodies);
        Assert.Equal("Lụt", befell.Title.In("vi"));
    }

    [Fact]
    public void An_event_moves_with_the_scenario()
    {
        var moved = Sample.Load(
            Sample.Scenario.Replace("observed:", Flood + "observed:", StringComparison.Ordinal),
            new Simulator.Scenarios.LoadOptions { Variant = "later" });
        Assert.Equal(new Tick((6 * 1440) + 60), Assert.Single(Sample.Sound(moved).Model!.Events).At);
    }

    [Fact]
    public void An_event_can_be_set_by_its_id()
    {
        var set = Sample.With(
            "observed:", Flood + "observed:",
            new Simulator.Scenarios.LoadOptions { Sets = ["events.flood.is=sanction", "events.flood.at=+1d"] });
        var befell = Assert.Single(Sample.Sound(set).Model!.Events);
        Assert.Equal((EventKind.Sanction, new Tick((7 * 1440) + 60)), (befell.Is, befell.At));
    }

    [Fact]
    public void An_event_that_befalls_nobody_is_warned_of()
    {
        var result = Sample.With(
            "observed:", Flood.Replace("level commune, city", "{ level: commune, line: party }",
                StringComparison.Ordinal) + "observed:");
        Assert.Contains("befalls nobody", Sample.OnlyProblem(result).What, StringComparison.Ordinal);
    }
}
