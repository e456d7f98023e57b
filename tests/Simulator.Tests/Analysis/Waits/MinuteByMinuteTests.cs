using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Waits;

/// <summary>
/// Counts, minute by minute and by looking at every entry of the body, what whoever took a paper up did while it waited. What
/// he is known to have done the splitter must find in lines that it made once.
/// </summary>
public sealed class MinuteByMinuteTests
{
    private const int MostMinutes = 3_000;
    private const int MostWaits = 150;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Waits_in_generated_models_are_split_as_minute_by_minute(int seed)
    {
        var played = Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed });
        _ = Compare(played, $"seed {seed}");
    }

    [Theory]
    [InlineData("document-flood")]
    [InlineData("mechanisms/attention")]
    [InlineData("mechanisms/absent-leader")]
    [InlineData("mechanisms/multitasking")]
    [InlineData("mechanisms/delegated-signing")]
    [InlineData("mechanisms/ruling")]
    public void Waits_in_a_shipped_scenario_are_split_as_minute_by_minute(string name) =>
        Assert.True(Compare(ShippedRun.Base(name), name) > 0, $"{name}: nobody waits for anybody");

    /// <summary>Nobody takes up what is laid aside until a ruling; all that anybody did meanwhile once counted as more urgent.</summary>
    [Theory]
    [InlineData("mechanisms/ruling")]
    [InlineData("mechanisms/conflicting-orders")]
    public void A_paper_that_comes_to_wait_for_a_ruling_was_behind_no_more_urgent_one_where_all_are_alike(string name)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        Assert.Single(trace.Model.Directives.Select(each => each.Source.Urgency).Distinct());
        var splitter = new WaitSplitter(trace);
        var parts = new WaitPart[WaitReasons.Count];
        foreach (var entry in played.Entries.Where(each => each.Kind == EntryKind.RulingAwaited))
        {
            Assert.DoesNotContain(parts[..splitter.Split(entry, parts)], part => part.Reason == WaitReason.MoreUrgentPaper);
        }
    }

    private static int Compare(Played played, string about)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        if (trace.Model.Interventions.Count > 0 && trace.Model.Interventions.Any(each => each.ChangesModel))
        {
            return 0; // hours and people change, and this reader knows those of the beginning only
        }

        var splitter = new WaitSplitter(trace);
        var text = new JournalText(trace.Model);
        var parts = new WaitPart[WaitReasons.Count];
        var compared = 0;
        foreach (var entry in played.Entries)
        {
            if (entry.Kind != EntryKind.StepEnded || entry.Server == 255 || !trace.TryCause(entry, out var cause)
                || entry.Started - cause.Tick is <= 0 or > MostMinutes || compared >= MostWaits)
            {
                continue;
            }

            var found = new int[WaitReasons.Count];
            foreach (var part in parts.AsSpan(0, splitter.Split(entry, parts)))
            {
                found[(int)part.Reason] = part.Minutes;
            }

            var (counted, free) = Count(trace, entry, cause.Tick);
            compared++;
            foreach (var reason in (WaitReason[])[WaitReason.OffHours, WaitReason.Batching, WaitReason.MoreUrgentPaper,
                WaitReason.EarlierPaper, WaitReason.Absence])
            {
                var (least, said) = (counted[(int)reason], found[(int)reason]);
                var isKnown = free == 0 || reason is WaitReason.OffHours or WaitReason.Batching;
                Assert.True(
                    said >= least && said <= (isKnown ? least : least + free),
                    $"{about}: {text.Line(entry)}: {reason} {said}, minute by minute {least} and {free} when he was free");
            }
        }

        return compared;
    }

    private static (int[] Counted, int Free) Count(RunTrace trace, Entry ended, int from)
    {
        var body = trace.BodyOf(ended);
        var post = trace.Model.PostOf(body, ended.Step)!;
        var posts = trace.Model.Offices[trace.Model.FactsOf(body).Office].All;
        var urgency = UrgencyOf(trace, ended);
        var hours = post.HoursFor(urgency);
        var held = trace.Model.HourFor(body, ended.Step, urgency, from);
        var own = new List<(int From, int To, WaitReason Reason)>();
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            var entry = trace.Of(body, sequence);
            if (entry.Server != ended.Server)
            {
                continue;
            }

            if (entry.Kind == EntryKind.Absent && ReferenceEquals(posts[entry.Item], post))
            {
                own.Add((entry.Started, entry.Tick, WaitReason.Absence));
            }
            else if (entry.Kind is EntryKind.StepEnded or EntryKind.WorkStopped
                && ReferenceEquals(trace.Model.PostOf(body, entry.Step), post))
            {
                var isUrgent = UrgencyOf(trace, entry) > urgency;
                own.Add((entry.Started, entry.Tick, isUrgent ? WaitReason.MoreUrgentPaper : WaitReason.EarlierPaper));
            }
        }

        var away = post.Desk?.Roster?.Spells.Where(spell => spell.Who == ended.Server && spell.Who < post.Heads) ?? [];
        own.AddRange(away.Select(spell => (spell.From.Value, spell.To.Value, WaitReason.Absence)));
        var (counted, free) = (new int[WaitReasons.Count], 0);
        for (var minute = from; minute < ended.Started; minute++)
        {
            var did = own.Where(each => each.From <= minute && minute < each.To).Select(each => each.Reason).DefaultIfEmpty().Min();
            var reason = !hours.IsOpen(minute) ? WaitReason.OffHours : minute < held ? WaitReason.Batching : did;
            counted[(int)reason]++;
            free += reason == WaitReason.None ? 1 : 0;
        }

        counted[(int)WaitReason.OffHours] += ended.Tick - ended.Started - hours.WorkingBetween(ended.Started, ended.Tick);
        return (counted, free);
    }

    private static Urgency UrgencyOf(RunTrace trace, Entry entry)
    {
        var root = trace.RootOf(entry);
        return root.Flash is { } flash && entry.B >= 256 ? flash.Urgency : root.Source.Urgency;
    }
}
