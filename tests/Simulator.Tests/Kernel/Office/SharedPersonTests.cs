using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;

namespace Simulator.Tests.Kernel.Office;

public sealed class SharedPersonTests
{
    [Fact]
    public void Two_papers_in_hand_get_half_of_each_minute() =>
        Assert.Equal([(1, 151), (51, 201)], Ends(2, [1, 51]));

    [Fact]
    public void One_more_than_he_takes_waits_until_one_has_ended() =>
        Assert.Equal([(1, 151), (51, 251), (151, 301)], Ends(2, [1, 51, 101]));

    [Fact]
    public void Papers_that_come_together_and_are_alike_end_together() =>
        Assert.Equal([(1, 301), (1, 301), (1, 301)], Ends(3, [1, 1, 1]));

    [Fact]
    public void A_paper_ends_at_the_first_minute_by_which_it_has_had_its_time() =>
        Assert.Equal([(1, 223), (21, 263), (98, 302)], Ends(3, [1, 21, 98]));

    [Fact]
    public void The_next_paper_goes_to_whoever_has_the_fewest_in_hand()
    {
        var registry = new Registry(Length, Sketch.Heads(2) with { Multitasking = 2 });
        var servers = registry.Play(0, [1, 2, 3, 4]).Where(entry => entry.Step == Step.RegisterReport)
            .OrderBy(entry => entry.Started).Select(entry => (int)entry.Server);
        Assert.Equal([0, 1, 0, 1], servers);
    }

    [Fact]
    public void Out_of_hours_an_urgent_paper_has_him_to_itself()
    {
        var clerk = new Resource
        {
            Heads = 1,
            Multitasking = 2,
            Calendar = "office",
            PiercingCalendar = "duty",
            PiercesFrom = Urgency.Urgent,
        };
        var registry = new Registry(Length, clerk, FromEight("office", 10), FromEight("duty", 12));
        Assert.Equal([(1, 161), (1, 1440 + 41)], Ends(registry.Play(0, [1], 1)));
    }

    private static StepRule Length => Registry.Registers(Distribution.Constant(100));

    private static (int Started, int Ended)[] Ends(int papers, int[] arrivals) =>
        Ends(new Registry(Length, Sketch.Heads(1) with { Multitasking = papers }).Play(0, arrivals));

    private static (int Started, int Ended)[] Ends(List<Entry> entries) =>
        [.. Registry.Visits(entries).Select(visit => (visit.Started, visit.Ended)).Order()];

    private static CalendarRule FromEight(string name, int to) => new()
    {
        Name = name,
        Week = WeekHours.Weekdays(new WorkingHours(new DayInterval(8 * 60, to * 60))),
        NominalDay = 120,
        FirstDay = new CivilDate(2021, 1, 1),
        LastDay = new CivilDate(2021, 12, 31),
    };
}
