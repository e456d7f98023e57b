using Simulator.Analysis.Measures.Desks;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Measures.Desks;

/// <summary>Who hands papers to whom.</summary>
public sealed class HandOverTests
{
    public static TheoryData<string> Names =>
        [.. ShippedRun.Names.Select(row => row.Data).Where(name => ShippedRun.Model(name).Bodies.Count < 20_000)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_paper_that_arrived_was_sent_and_none_arrived_twice(string name)
    {
        var trace = TraceOf(name);
        var found = HandOverReader.Read(trace);
        var came = trace.Entries.ToArray().Where(entry => entry.Kind == EntryKind.Arrived && trace.Model.IndexOf(entry.CauseBody) >= 0);
        Assert.Equal(came.Count(), found.Count(each => each is { Arrived: >= 0, IsUnseen: false }));
        Assert.Equal(trace.Entries.ToArray().Count(entry => entry.Kind == EntryKind.Lost), found.Count(each => each.Arrived < 0));
        Assert.All(found, each => Assert.True(each.Arrived < 0 || (each.Sent >= 0 && each.Sent < each.Arrived), each.ToString()));
        Assert.All(found, each => Assert.True(each.Registered < 0 || each.Registered >= each.Arrived, each.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_cells_of_a_matrix_add_up_to_all(string name)
    {
        var trace = TraceOf(name);
        var found = HandOverReader.Read(trace);
        var cells = HandOverMatrix.Of(found, body => trace.Model.FactsOf(body).Level, level => trace.Model.Source.Levels[level]);
        Assert.Equal(found.Count, cells.Where(cell => cell.Paper == PaperClass.None).Sum(cell => cell.Arrived + cell.Lost));
        Assert.Equal(found.Count, cells.Where(cell => cell.Paper != PaperClass.None).Sum(cell => cell.Arrived + cell.Lost));
        Assert.Equal(
            found.Count(each => each.Registered >= 0),
            cells.Where(cell => cell.Paper == PaperClass.None).Sum(cell => cell.Registered));
    }

    /// <summary>Travels of 3, 5 and 10 minutes; one is lost, one nobody has noticed.</summary>
    [Fact]
    public void A_cell_tells_medians_and_what_was_lost()
    {
        HandOver[] papers =
        [
            new(0, 1, PaperClass.Directive, 10, 13, 20, IsUnseen: false), new(0, 1, PaperClass.Directive, 10, 15, 19, IsUnseen: false),
            new(0, 1, PaperClass.Reminder, 40, 50, -1, IsUnseen: true), new(0, 1, PaperClass.Reminder, 40, -1, -1, IsUnseen: false),
        ];
        var cells = HandOverMatrix.Of(papers, body => body, body => $"b{body}");
        Assert.Equal(
        [
            new HandOverCell("b0", "b1", PaperClass.None, 3, 1, 1, 5, 2, 5.5),
            new HandOverCell("b0", "b1", PaperClass.Directive, 2, 0, 0, 4, 2, 5.5),
            new HandOverCell("b0", "b1", PaperClass.Reminder, 1, 1, 1, 10, 0, null),
        ], cells);
    }

    private static RunTrace TraceOf(string name)
    {
        var played = ShippedRun.Base(name);
        return new RunTrace(played.Model, [.. played.Entries]);
    }
}
