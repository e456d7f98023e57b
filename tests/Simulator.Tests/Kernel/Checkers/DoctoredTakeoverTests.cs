using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Laws of taking over that somebody has broken.</summary>
public sealed class DoctoredTakeoverTests
{
    private static readonly Evidence[] Honest =
    [
        .. Enumerable.Range(1, 12)
            .Select(seed => new Evidence(Played.Of(GeneratedReform.Of(seed), new RunOptions { Seed = (ulong)seed }))),
    ];

    [Fact]
    public void Honest_journals_keep_every_law() => Assert.All(Honest, evidence => Audit.Passes(evidence, "a reform"));

    [Fact]
    public void A_dissolved_body_that_works_is_seen() => Complains(
        (evidence, entry) => entry.Kind == EntryKind.SentOn,
        entry => entry with { Kind = EntryKind.StepEnded, Step = Step.Register });

    [Fact]
    public void A_file_that_is_kept_is_seen() => Complains(
        (_, entry) => entry.Kind == EntryKind.HandedOver, entry => entry with { Kind = EntryKind.FollowedUp });

    [Fact]
    public void A_letter_that_is_kept_is_seen() => Complains(
        (evidence, entry) => entry.Kind == EntryKind.SentOn && evidence.CauseOf(entry)!.Value.Tick == entry.Tick,
        entry => entry with { CauseSequence = 0 });

    [Fact]
    public void A_file_that_comes_too_late_is_seen() => Complains(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.HandedFile },
        entry => entry with { Tick = entry.Tick + 1 });

    [Fact]
    public void A_file_that_comes_to_somebody_else_is_seen() => Complains(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.HandedFile },
        entry => entry with { Body = entry.CauseBody });

    [Fact]
    public void Going_on_with_a_file_before_it_is_registered_is_seen() => Complains(
        (evidence, entry) => entry is { Kind: EntryKind.StepEnded, Step: Step.Register, Route: > 200 }
            && evidence.CauseOf(entry) is { What: (byte)PaperClass.HandedFile },
        entry => entry with { Step = Step.Draft });

    [Fact]
    public void An_assignment_that_is_carried_out_twice_is_seen()
    {
        var seen = 0;
        foreach (var evidence in Honest)
        {
            var entries = evidence.Entries.ToList();
            var done = entries.Find(entry => entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut });
            entries.Add(done with { Tick = evidence.Until, Sequence = 1_000_000 });
            seen += done.Kind != EntryKind.None && Sees(new Evidence(evidence.Model, evidence.Chance, evidence.Until, entries)) ? 1 : 0;
        }

        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void A_report_that_is_counted_twice_is_seen() => Complains(
        (_, entry) => entry is { Kind: EntryKind.Closed, Route: > 200 },
        entry => entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) });

    /// <summary>Doctors the first entry of each journal that fits, and counts the journals in which that is seen.</summary>
    private static void Complains(Func<Evidence, Entry, bool> fits, Func<Entry, Entry> doctor)
    {
        var (tried, seen) = (0, 0);
        foreach (var evidence in Honest)
        {
            var entries = evidence.Entries.ToList();
            var place = entries.FindIndex(entry => fits(evidence, entry));
            if (place >= 0)
            {
                entries[place] = doctor(entries[place]);
                tried++;
                seen += Sees(new Evidence(evidence.Model, evidence.Chance, evidence.Until, entries)) ? 1 : 0;
            }
        }

        Assert.True(tried > 0 && tried == seen, $"seen in {seen} of {tried} journals");
    }

    private static bool Sees(Evidence evidence) => new TakeoverChecker().Complaints(evidence).Any();
}
