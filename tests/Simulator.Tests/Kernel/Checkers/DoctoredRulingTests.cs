using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Laws of waiting for a ruling, which somebody has broken.</summary>
public sealed class DoctoredRulingTests
{
    private const ulong OtherObeyed = 512;

    private static readonly Evidence Honest = new(Played.Of(RulingLaws.Model(ConflictChoice.First, isBusy: true)));

    [Fact]
    public void Ruling_against_the_rule_is_seen() => Complains<RulingChecker>(
        entry => entry.Kind == EntryKind.Ruled, entry => entry with { Value = entry.Value ^ OtherObeyed });

    [Fact]
    public void A_ruling_on_what_nobody_asked_is_seen() => Complains<RulingChecker>(
        entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.RulingQuestion },
        entry => entry with { Value = entry.Value + 1 });

    [Fact]
    public void Taking_in_another_ruling_than_came_is_seen() => Complains<RulingChecker>(
        entry => entry.Kind == EntryKind.RulingTaken, entry => entry with { Value = entry.Value ^ OtherObeyed });

    [Fact]
    public void A_ruling_that_comes_from_somebody_else_is_seen() => Complains<RulingChecker>(
        entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Ruling },
        entry => entry with { CauseBody = Hash64.Of("far") });

    [Fact]
    public void Asking_somebody_else_for_a_ruling_is_seen() => Complains<CauseChecker>(
        entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.RulingQuestion },
        entry => entry with { Body = Hash64.Of("far") });

    [Fact]
    public void Laying_only_one_of_the_two_aside_is_seen() => Complains<RulingChecker>(
        entry => entry.Kind == EntryKind.RulingAwaited, entry => entry with { Kind = EntryKind.Kept });

    [Fact]
    public void Beginning_one_before_the_ruling_is_seen() => Complains<RulingChecker>(
        entry => entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut, Tick: 1101 },
        entry => entry with { Started = 30 });

    [Fact]
    public void Dropping_nothing_after_the_ruling_is_seen() => Complains<RulingChecker>(
        entry => entry.Kind == EntryKind.GaveWay, entry => entry with { Kind = EntryKind.Kept });

    [Fact]
    public void Doing_the_other_one_after_the_ruling_is_seen() => Complains<ConflictChecker>(
        entry => entry is { Kind: EntryKind.Closed, B: 0, Body: var body } && body == Hash64.Of("office"),
        entry => entry with { Kind = EntryKind.StepEnded, Step = Step.CarryOut, Value = 0 });

    [Fact]
    public void Choosing_by_oneself_what_a_superior_has_to_rule_on_is_seen() => Complains<ConflictChecker>(
        entry => entry.Kind == EntryKind.ConflictFound,
        entry => entry with { Value = Entry.Pack((byte)ConflictChoice.First, entry.Item, (uint)entry.A, (uint)entry.B) });

    [Fact]
    public void No_organisation_changes_in_mid_run_where_somebody_waits_for_rulings()
    {
        var compiled = ModelCompiler.Compile(RulingLaws.Model(ConflictChoice.First, isBusy: false));
        Assert.Equal(
            "restructure in the middle of a run, which is not possible where somebody waits for a ruling on orders that "
                + "exclude each other: do so as of the start, in a variant.",
            Simulator.Kernel.Interventions.SameShape.Difference(compiled, compiled, isOtherOrganisation: true));
    }

    [Fact]
    public void Nobody_begins_or_ceases_to_wait_for_rulings_in_mid_run()
    {
        var model = RulingLaws.Model(ConflictChoice.First, isBusy: false);
        var other = ModelCompiler.Compile(model with { Kinds = [.. model.Kinds.Select(kind => kind with { OnConflict = null })] });
        Assert.Equal(
            "change whether anybody waits for rulings.",
            Simulator.Kernel.Interventions.SameShape.Difference(ModelCompiler.Compile(model), other, isOtherOrganisation: false));
    }

    private static void Complains<TChecker>(Func<Entry, bool> sort, Func<Entry, Entry> change)
        where TChecker : IChecker, new()
    {
        Assert.Empty(new TChecker().Complaints(Honest));
        var place = Honest.Entries.ToList().FindIndex(entry => sort(entry));
        Assert.True(place >= 0, "there is none to be doctored");
        var entries = Honest.Entries.ToArray();
        entries[place] = change(entries[place]);
        Assert.NotEmpty(new TChecker().Complaints(new Evidence(Honest.Model, Honest.Chance, Honest.Until, entries)));
    }
}
