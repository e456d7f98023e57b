using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Laws;

/// <summary>
/// Little's law (Operations Research 9, 1961, 383-387): the number present, summed over time, is the sum of
/// the stays. One side is counted in the offices minute by minute, the other read from the journal.
/// </summary>
public sealed class LittlesLawTests
{
    /// <summary>
    /// Other papers are in the offices and not in the journal, and papers that have lost their force, that give way to others
    /// or lie in an office that is dissolved leave without an entry: a scenario with any of them is left out, and so is
    /// working-group, whose last tasks take longer than its calendars reach.
    /// </summary>
    public static TheoryData<string> Names =>
    [
        .. ShippedRun.Names.Select(row => row.Data)
            .Where(name => name != "working-group" && ShippedRun.Model(name).Kinds.All(kind => kind.Load is null)
                && ShippedRun.Model(name).Directives.All(each => each.Conflicts is null
                    && each.Flight is null or { Recall: null, Newer.Count: 0 })
                && !ShippedRun.Model(name).IsRestructured),
    ];

    /// <summary>Sixty days: by then every desk has been empty once, and the books can be closed.</summary>
    private const int LongEnough = 60 * 1440;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_papers_present_minute_by_minute_add_up_to_their_stays(string name)
    {
        var model = ShippedRun.Model(name);
        var journal = new JournalList();
        using var engine = new InProcessEngine(
            model,
            new RunOptions { Seed = ShippedRun.Load(name).Seed, Until = new Tick(model.Until + LongEnough) },
            journal);
        var (present, inHand) = (0L, 0L);
        for (var tick = 0; tick <= model.Until || (inHand > 0 && tick <= model.Until + LongEnough); tick++)
        {
            engine.AdvanceTo(tick, TestContext.Current.CancellationToken);
            inHand = engine.Regions.Sum(region => region.Slab.JobsInHand());
            present += inHand;
        }

        Assert.Equal(0, engine.Regions.Sum(region => region.Slab.JobsInHand()));
        var enabled = journal.ToArray().ToDictionary(entry => (entry.Body, entry.Sequence), entry => entry.Tick);
        var stays = journal.ToArray()
            .Where(entry => entry.Kind == EntryKind.StepEnded)
            .Sum(entry => (long)entry.Tick - enabled[(entry.CauseBody, entry.CauseSequence)]);
        Assert.True(present > 0);
        Assert.Equal(stays, present);
    }
}
