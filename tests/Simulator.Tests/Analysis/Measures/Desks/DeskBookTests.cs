using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Desks;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Measures.Desks;

/// <summary>What a journal tells of the desks is what lay at them in the offices.</summary>
public sealed class DeskBookTests
{
    /// <summary>
    /// What begins by chance or on a rule, and leaves no entry before it is done, is not known at the end of a run: inspections,
    /// own questions that come back, questions about orders that exclude each other, what is done about a paper twice.
    /// </summary>
    private static readonly string[] _untold =
        ["mechanisms/inspection", "mechanisms/ping-pong", "mechanisms/ruling", "mechanisms/second-route"];

    public static TheoryData<string> Names =>
    [
        .. ShippedRun.Names.Select(row => row.Data).Where(name => !_untold.Contains(name)
            && ShippedRun.Model(name).Bodies.Count < 20_000
            && ShippedRun.Model(name).Kinds.All(kind => kind.Load is null)
            && ShippedRun.Model(name).Directives.All(each => each.Flight is null)
            && !ShippedRun.Model(name).IsRestructured),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void At_any_moment_there_are_as_many_pieces_of_work_as_in_the_offices(string name)
    {
        var model = ShippedRun.Model(name);
        foreach (var part in (int[])[2, 10, 40, 100])
        {
            var first = model.Directives.Min(each => each.Issued);
            var until = first + (int)((long)(model.Until - first) * part / 100);
            var journal = new JournalList();
            using var engine = new InProcessEngine(
                model, new RunOptions { Seed = ShippedRun.Load(name).Seed, Until = new Tick(until) }, journal);
            engine.AdvanceTo(until, TestContext.Current.CancellationToken);
            var trace = new RunTrace(model, journal.ToArray());
            var book = DeskBook.Of(trace, ProgressReader.Read(trace), until);
            Assert.Equal(
                engine.Regions.Sum(region => region.Slab.JobsInHand()), BacklogCurve.Of(book.Stays).At(until).All);
        }
    }

    /// <summary>A run that goes on knows what was done later, and tells the same of the time before.</summary>
    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/coordination")]
    [InlineData("mechanisms/flash-report")]
    public void Whoever_stops_early_sees_the_same_desks_as_who_goes_on(string name)
    {
        var played = ShippedRun.Base(name);
        var whole = new RunTrace(played.Model, [.. played.Entries]);
        var all = DeskBook.Of(whole, ProgressReader.Read(whole), played.Until);
        var at = all.From + ((played.Until - all.From) / 30);
        var early = new RunTrace(played.Model, [.. played.Entries.Where(entry => entry.Tick <= at)]);
        var book = DeskBook.Of(early, ProgressReader.Read(early), at);
        for (var body = 0; body < played.Model.Bodies.Count; body++)
        {
            for (var tick = all.From; tick <= at; tick += 30)
            {
                Assert.Equal(all.CurveOf(body).At(tick).All, book.CurveOf(body).At(tick).All);
            }
        }
    }

    [Fact]
    public void The_curves_of_the_posts_add_up_to_that_of_the_office()
    {
        var played = ShippedRun.Base("bac-kan-570");
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var book = DeskBook.Of(trace, ProgressReader.Read(trace), played.Until);
        var all = Enumerable.Range(0, played.Model.Bodies.Count).ToList();
        var minutes = book.CurveOf(all).Minutes(0, played.Until);
        Assert.True(minutes > 0);
        Assert.Equal(minutes, all.Sum(body => book.CurveOf(body).Minutes(0, played.Until)));
        Assert.Equal(
            minutes, Enum.GetValues<Simulator.Kernel.Office.Post>().Sum(post => book.CurveOf(all, post).Minutes(0, played.Until)));
    }
}
