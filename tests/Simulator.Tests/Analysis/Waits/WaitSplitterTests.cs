using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Waits;

/// <summary>Every minute between an entry and its cause has a reason, and only one.</summary>
public sealed class WaitSplitterTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reasons_of_each_leg_of_a_shipped_scenario_add_up_to_its_minutes(string name) =>
        Passes(ShippedRun.Base(name), name);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_reasons_of_each_leg_of_a_generated_model_add_up_to_its_minutes(int seed)
    {
        var model = seed % 2 == 0 ? GeneratedModel.Of(seed) : GeneratedInterventions.In(GeneratedModel.Of(seed), seed);
        Passes(Played.Of(model, new RunOptions { Seed = (ulong)seed }), $"seed {seed}");
    }

    [Theory]
    [InlineData("mechanisms/batching", WaitReason.Batching)]
    [InlineData("mechanisms/unseen-papers", WaitReason.Unseen)]
    [InlineData("mechanisms/second-order", WaitReason.MoreUrgentPaper)]
    [InlineData("mechanisms/other-papers", WaitReason.BackgroundLoad)]
    [InlineData("mechanisms/absent-leader", WaitReason.Absence)]
    [InlineData("mechanisms/silence-is-consent", WaitReason.Opinion)]
    [InlineData("mechanisms/stalled-relay", WaitReason.Stall)]
    public void A_splitter_that_forgets_a_reason_is_found_out(string name, WaitReason forgotten)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var splitter = new WaitSplitter(trace);
        Assert.NotEmpty(SplitChecker.Wrong(trace, Forgetful));

        int Forgetful(in Entry entry, Span<WaitPart> parts)
        {
            var found = parts[..splitter.Split(entry, parts)];
            var kept = found.ToArray().Where(part => part.Reason != forgotten).ToArray();
            kept.CopyTo(found);
            return kept.Length;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_parts_of_a_leg_and_its_reasons_say_the_same(string name)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var splitter = new WaitSplitter(trace);
        var parts = new WaitPart[WaitReasons.Count];
        foreach (var entry in played.Entries.Where(entry => entry.Kind == EntryKind.StepEnded && entry.CauseSequence > 0))
        {
            Assert.True(trace.TryCause(entry, out var cause));
            var leg = PaperChain.Between(trace, cause, entry);
            var reasons = parts.Take(splitter.Split(entry, parts)).ToDictionary(part => part.Reason, part => part.Minutes);
            int Of(params WaitReason[] some) => some.Sum(reason => reasons.GetValueOrDefault(reason));
            Assert.Equal(
                (leg.Work, leg.WaitForHour, leg.WaitOffHours + leg.WorkPaused, leg.WaitInHours),
                (Of(WaitReason.Work), Of(WaitReason.Batching), Of(WaitReason.OffHours), Of(WaitReason.MoreUrgentPaper,
                    WaitReason.EarlierPaper, WaitReason.BackgroundLoad, WaitReason.Absence, WaitReason.Decision)));
        }
    }

    private static void Passes(Played played, string about)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var wrong = SplitChecker.Wrong(trace, new WaitSplitter(trace).Split);
        Assert.True(wrong.Count == 0, $"{about}: {string.Join(Environment.NewLine, wrong.Take(5))}");
    }
}
