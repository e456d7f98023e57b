using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>The checker of papers in flight complains of a journal in which somebody has broken its law.</summary>
public sealed class DoctoredFlightTests
{
    private static readonly Played[] _honest =
    [
        .. Enumerable.Range(1, 40).Select(seed => Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed }))
            .Where(played => played.Entries.Exists(entry => entry.Kind >= EntryKind.Superseded)),
    ];

    [Fact]
    public void Work_on_a_paper_that_has_lost_its_force_is_seen() => Complains(
        entry => entry.Kind == EntryKind.Superseded,
        entry => [entry, entry with { Kind = EntryKind.Issued, Sequence = 1_000_000 }]);

    [Fact]
    public void Work_on_a_recalled_paper_is_seen() => Complains(
        entry => entry is { Kind: EntryKind.RecallAnswered, What: Recall.Accepted },
        entry => [entry, entry with { Kind = EntryKind.StepEnded, Step = Step.CarryOut, Started = entry.Tick + 1, Sequence = 1_000_000 }]);

    [Fact]
    public void A_recall_without_an_answer_is_seen() =>
        Complains(entry => entry.Kind == EntryKind.RecallAnswered, _ => []);

    [Fact]
    public void A_refusal_of_what_the_rule_has_given_back_is_seen() => Complains(
        entry => entry is { Kind: EntryKind.RecallAnswered, What: Recall.Accepted },
        entry => [entry with { Value = Entry.Pack(Recall.Refused, entry.Item, (uint)entry.A, (uint)entry.B) }]);

    [Fact]
    public void A_reference_that_was_typed_rightly_is_seen() => Complains(
        entry => entry is { Kind: EntryKind.Unresolved, What: 1 },
        entry => [entry with { Value = Entry.Pack(2, entry.Item, 0, 0) }]);

    private static void Complains(Func<Entry, bool> which, Func<Entry, IEnumerable<Entry>> doctor)
    {
        var doctored = 0;
        foreach (var played in _honest)
        {
            var place = played.Entries.FindIndex(entry => which(entry));
            if (place >= 0)
            {
                List<Entry> entries =
                    [.. played.Entries.Take(place), .. doctor(played.Entries[place]), .. played.Entries.Skip(place + 1)];
                doctored += new FlightChecker().Complaints(new Evidence(played with { Entries = entries })).Any() ? 1 : 0;
            }
        }

        Assert.True(doctored > 0, "No doctored journal was complained of.");
    }
}
