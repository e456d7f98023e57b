using Simulator.Analysis.Traces;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;

namespace Simulator.Tests.Analysis;

/// <summary>A journal is written for people, whatever stands in it.</summary>
public sealed class JournalTextTests
{
    [Fact]
    public void What_a_model_does_not_know_is_written_as_it_stands()
    {
        var played = Played.Of(RulingLaws.Model(ConflictChoice.First, isBusy: true));
        var text = new JournalText(played.Model);
        var gaveWay = played.Entries.Find(entry => entry.Kind == EntryKind.GaveWay);
        var far = Hash64.Upper("far") >> 8;
        Assert.Contains("for far/far", text.Line(gaveWay), StringComparison.Ordinal);
        Assert.Contains("for far/7", text.Line(gaveWay with { Value = Entry.Pack(0, gaveWay.Item, far, 7) }), StringComparison.Ordinal);
        Assert.Contains(
            "for 0000ab/1", text.Line(gaveWay with { Value = Entry.Pack(0, gaveWay.Item, 0xAB, 1) }), StringComparison.Ordinal);
    }
}
