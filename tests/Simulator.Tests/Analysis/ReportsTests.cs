using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Analysis;

public sealed class ReportsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_report_read_from_the_journal_counts_each_of_its_bodies_once(int seed)
    {
        var trace = Trace(seed);
        foreach (var report in ReportReader.Read(trace).SelectMany(each => each))
        {
            var bodies = report.Bodies().ToList();
            Assert.Equal(report.Counted, bodies.Count);
            Assert.Equal(bodies.Count, bodies.Distinct().Count());
            Assert.InRange(report.Claimed, 0, report.Counted);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_the_issuer_knows_is_what_the_reports_that_it_has_taken_in_claim(int seed)
    {
        var trace = Trace(seed);
        var progress = ProgressReader.Read(trace);
        var reports = ReportReader.Read(trace);
        foreach (var entry in trace.Entries.ToArray().Where(entry => entry.Kind == EntryKind.Closed))
        {
            if (trace.Model.Events.Any(each => each.ShortHash == entry.Root))
            {
                continue;
            }

            var root = trace.Model.Directives.ToList().IndexOf(trace.RootOf(entry));
            var body = trace.BodyOf(entry);
            if (entry.Kind == EntryKind.Closed && trace.Model.Directives[root].Issuer == body)
            {
                Assert.Equal(entry.B, progress[root][body].ReportedComplied);
            }
            else if (entry.Kind == EntryKind.Closed)
            {
                var route = entry.Route;
                var report = Assert.Single(
                    reports[root], each => each.Body == body && each.Number == 0 && each.Route == route);
                var itself = report.Known - report.Parts.Sum(part => part.Claimed);
                Assert.InRange(itself, 0, 1);
            }
        }
    }

    /// <summary>Against a reading of the journal that keeps every assignment of every body by itself.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_four_states_add_up_to_all_assignments(int seed)
    {
        var trace = Trace(seed);
        foreach (var at in (int[])[2_000, 10_000, 40_000])
        {
            var progress = ProgressReader.Read(trace, at);
            for (var root = 0; root < trace.Model.Directives.Count; root++)
            {
                var expected = ByHand(trace, root, at);
                var counts = StateCounts.ByLevel(trace.Model, root, progress[root], at)
                    .Aggregate(default(StateCounts), (sum, level) => sum + level.Counts);
                Assert.Equal(expected.Sum(), counts.All);
                if (!trace.Model.FollowsContent)
                {
                    Assert.Equal(expected, Enum.GetValues<ComplianceState>().Select(counts.In));
                }
            }
        }
    }

    private static int[] ByHand(RunTrace trace, int root, int at)
    {
        var (model, directive) = (trace.Model, trace.Model.Directives[root]);
        var counts = new int[4];
        var progress = ProgressReader.Read(trace, at)[root];
        var entries = trace.Entries.ToArray().Where(entry =>
            entry.Root == directive.ShortHash && entry.Tick <= at).ToLookup(entry => entry.Body);
        foreach (var body in directive.Reach.Append(directive.Issuer).Distinct())
        {
            var own = entries[model.FactsOf(body).Hash].ToList();
            var reached = progress.GetValueOrDefault(body) ?? new BodyProgress { Body = body };
            for (byte item = 0; item < directive.Source.Assignments.Count; item++)
            {
                var isOwn = body == directive.Issuer
                    ? own.Any(entry => entry.Kind == EntryKind.Kept && entry.Item == item)
                    : ((model.OwnAssignments(root, body) | LocalOf(directive, reached)) >> item & 1) != 0;
                if (isOwn)
                {
                    var isMeant = ((reached.LeftOut | reached.Distorted) >> item & 1) == 0;
                    var done = isMeant ? DoneAt(trace, root, body, own, item) : -1;
                    var due = DueFor(trace.Model, directive, own, item, done >= 0 ? done : at);
                    if (done < 0 && own.Exists(HasNoForce))
                    {
                        continue;
                    }

                    counts[done >= 0 ? (done > due ? 1 : 0) : at > due ? 3 : 2]++;
                }
            }
        }

        return counts;
    }

    private static bool HasNoForce(Entry entry) =>
        entry.Kind == EntryKind.Superseded || entry is { Kind: EntryKind.RecallSent, What: 0 }
            or { Kind: EntryKind.RecallAnswered, What: Simulator.Kernel.Documents.Recall.Accepted };

    /// <summary>As declared, or as the last update has it that the body had by then.</summary>
    private static int DueFor(CompiledModel model, CompiledDirective directive, List<Entry> own, byte item, int by)
    {
        var due = directive.Source.Assignments[item].Due?.Value ?? int.MaxValue;
        var update = own.LastOrDefault(entry => entry.Kind == EntryKind.Updated && entry.Tick <= by);
        var changes = update.Kind == EntryKind.None ? []
            : model.Directives.Single(each => each.ShortHash >> 8 == update.B).Source.Relation!.Changes;
        return changes.LastOrDefault(change => change.Assignment == directive.Source.Assignments[item].Id)?.Due?.Value ?? due;
    }

    /// <summary>The local assignments that have come to a body.</summary>
    private static uint LocalOf(CompiledDirective directive, BodyProgress reached) => reached.Own & ~directive.Content;

    private static int DoneAt(RunTrace trace, int root, int body, List<Entry> own, byte item)
    {
        if (trace.Model.Kinds[trace.Model.FactsOf(body).Kind].Takes(Step.CarryOut))
        {
            return own.Where(entry => entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut } && entry.Item == item
                && entry.B == (int)Simulator.Kernel.Conduct.Outcome.Complied).Select(entry => entry.Tick).DefaultIfEmpty(-1).First();
        }

        if (trace.Model.FollowsQuestions && body != trace.Model.Directives[root].Issuer
            && trace.Model.Directives[root].Source.Assignments[item].NeedsApproval)
        {
            return ApprovedAt(own, item);
        }

        if (own.Exists(entry => entry.Kind == EntryKind.InputsAwaited && entry.Item == item))
        {
            return own.Where(entry => entry.Kind == EntryKind.InputsEnded && entry.Item == item)
                .Select(entry => entry.Tick)
                .DefaultIfEmpty(-1)
                .First();
        }

        var resumed = own.LastOrDefault(entry => entry.Kind == EntryKind.Resumed && entry.Item == item);
        var aside = own.Any(entry => entry.Kind is EntryKind.Stalled or EntryKind.Ignored && entry.Item == item);
        return resumed.Kind == EntryKind.Resumed ? resumed.Tick
            : aside ? -1
            : ProgressReader.Read(trace)[root].GetValueOrDefault(body) is { HandledAt: >= 0 } handled
                && own.Any(entry => entry.Tick >= handled.HandledAt) ? handled.HandledAt
            : -1;
    }

    /// <summary>When an answer in time, or silence, consented to an assignment of the body's own.</summary>
    private static int ApprovedAt(List<Entry> own, byte item) => own
        .Where(entry => entry.Kind is EntryKind.Answered or EntryKind.SilencePassed && entry.Item == item
            && entry is { B: 0, What: (byte)Simulator.Kernel.Conduct.Decision.Consent })
        .Select(entry => entry.Tick)
        .DefaultIfEmpty(-1)
        .First();

    private static RunTrace Trace(int seed)
    {
        var played = Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed });
        return new RunTrace(played.Model, [.. played.Entries]);
    }
}
