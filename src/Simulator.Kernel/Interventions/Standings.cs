using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// How many bodies, and how many of their assignments, are in the states that conditions ask about: whole numbers
/// that each entry of the journal changes. What is counted is said where the measures are defined.
/// </summary>
internal sealed partial class Standings
{
    private readonly CompiledModel model;
    private readonly Dictionary<uint, int> roots = [];
    private readonly Standing[]?[] standings; // by directive and body
    private readonly List<Tally>[] tallies; // by directive
    private readonly FileOwners? files;
    private readonly Dictionary<Condition, IGauge> gauges = new(ReferenceEqualityComparer.Instance);
    private readonly Moments[]?[] moments; // by directive that a condition asks times of, and body

    internal Standings(CompiledModel model, IEnumerable<Condition> conditions)
    {
        this.model = model;
        files = model.IsRestructured ? new FileOwners(model) : null;
        standings = new Standing[]?[model.Roots.Length];
        moments = new Moments[]?[model.Roots.Length];
        tallies = [.. model.Roots.Select(_ => new List<Tally>())];
        foreach (var condition in conditions)
        {
            if (GaugeOf(condition) is { } gauge)
            {
                gauges[condition] = gauge;
                continue;
            }

            for (var root = 0; root < model.Roots.Length; root++)
            {
                if (condition.Directive is null || condition.Directive == model.Roots[root].Source.Id)
                {
                    roots[model.Roots[root].ShortHash] = root;
                    standings[root] ??= Beginning(root);
                    tallies[root].Add(new Tally(model, root, condition, standings[root]!));
                }
            }
        }
    }

    /// <summary>How many are in the state that a condition asks for, and among how many, at a moment.</summary>
    internal (long InState, long Among) Of(Condition condition, CompiledModel now, int tick)
    {
        if (gauges.TryGetValue(condition, out var gauge))
        {
            return gauge.Counted(now, tick);
        }

        var (inState, among) = (0L, 0L);
        for (var root = 0; root < tallies.Length; root++)
        {
            foreach (var tally in tallies[root])
            {
                if (ReferenceEquals(tally.Condition, condition) && now.Roots[root].Issued <= tick)
                {
                    inState += tally.InState(now, root, tick);
                    among += tally.Among;
                }
            }
        }

        return (inState, among);
    }

    /// <summary>The assignments of a directive that are overdue where an update of it has come, or none (-1).</summary>
    internal static uint OverdueAt(CompiledModel now, int root, int update, int tick)
    {
        var overdue = now.Roots[root].OverdueAt(tick);
        var changed = update < 0 ? [] : now.Roots[update].Flight!.NewDue;
        for (var item = 0; item < changed.Count; item++)
        {
            if (changed[item] >= 0)
            {
                overdue = (overdue & ~(1U << item)) | (changed[item] < tick ? 1U << item : 0);
            }
        }

        return overdue;
    }

    /// <summary>Takes in what the bodies wrote; the order of bodies has no effect.</summary>
    internal void Observe(CompiledModel now, ReadOnlySpan<Entry> entries, ReadOnlySpan<Engine.DeskMove> moves)
    {
        Gauge(moves);
        foreach (ref readonly var entry in entries)
        {
            if (gauges.Count > 0 && model.IndexOf(entry.Body) is >= 0 and var by)
            {
                Gauge(entry, by);
            }

            if (roots.TryGetValue(entry.Root, out var root) && model.IndexOf(entry.Body) is >= 0 and var body)
            {
                files?.Take(entry, body);
                Take(now, entry, root, files?.OwnerOf(entry, body) ?? body, body);
            }
        }
    }

    private Standing[] Beginning(int root)
    {
        var standing = new Standing[model.Facts.Length];
        foreach (var body in model.Roots[root].Reach)
        {
            standing[body].Own = model.OwnAssignments(root, body);
        }

        return standing;
    }

    /// <summary>Notes how far a body has got with a directive by an entry.</summary>
    /// <param name="now">The model by which bodies act.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="body">Whose paper it is about.</param>
    /// <param name="by">Who wrote it.</param>
    private void Take(CompiledModel now, in Entry entry, int root, int body, int by)
    {
        if (files is null && entry.Route != 0 && entry.Kind != EntryKind.Arrived && entry.Step != Step.CarryOut)
        {
            return; // what a body does about a second paper adds nothing, but what it has carried out is done
        }

        switch (entry.Kind)
        {
            case EntryKind.Issued:
                Change(now, root, body, entry.Tick, Progress.Relayed);
                break;
            case EntryKind.Arrived when ((PaperClass)entry.What).BringsDirective() && model.Roots[root].Issuer != body:
                var kind = model.KindTable[model.Facts[body].Kind];
                Change(
                    now, root, body, entry.Tick,
                    Progress.Reached | (kind.Takes(Step.Register) ? 0 : Progress.Registered)
                    | (LastOf(root, body) == Step.None ? Progress.Handled : 0),
                    sent: entry.Started);
                break;
            case EntryKind.Arrived when entry.What == (byte)PaperClass.Report:
                Change(now, root, files?.ReporterOf(entry) ?? model.IndexOf(entry.CauseBody), entry.Tick, Progress.Reported);
                break;
            case EntryKind.StepEnded when entry.Step == Step.CarryOut && entry.B == (int)Outcome.Complied:
                Change(now, root, body, entry.Tick, 0, done: 1U << entry.Item);
                break;
            case EntryKind.StepEnded when entry.Step != Step.CarryOut:
                Change(
                    now, root, body, entry.Tick,
                    (entry.Step == Step.Register && (entry.Route == 0 || body != by) ? Progress.Registered : 0)
                    | (entry.Step == LastOf(root, by) ? Progress.Handled : 0));
                break;
            case EntryKind.Superseded or EntryKind.RecallAnswered or EntryKind.RecallSent:
                Withdraw(now, root, body, entry);
                break;
            case EntryKind.Closed:
                NoteClosed(root, body, entry.Tick);
                break;
            case EntryKind.Updated:
                Change(now, root, body, entry.Tick, 0, update: UpdateOf(entry.B));
                break;
            case EntryKind.Kept:
                Change(now, root, body, entry.Tick, 0, kept: 1U << entry.Item);
                break;
            case EntryKind.Stalled or EntryKind.Ignored or EntryKind.InputsAwaited when entry.Item != Entry.NoItem:
                Change(now, root, body, entry.Tick, 0, undone: 1U << entry.Item);
                break;
            case EntryKind.Resumed or EntryKind.InputsEnded when entry.Item != Entry.NoItem
                && !model.KindTable[model.Facts[by].Kind].Takes(Step.CarryOut):
                Change(now, root, body, entry.Tick, 0, done: (1U << entry.Item) & ~WaitsFor(now, root, body));
                break;
            case EntryKind.Answered or EntryKind.SilencePassed
                when entry is { B: 0, What: (byte)Decision.Consent, Item: not Entry.NoItem }
                && !model.KindTable[model.Facts[body].Kind].Takes(Step.CarryOut):
                Change(now, root, body, entry.Tick, 0, done: 1U << entry.Item);
                break;
        }
    }

    /// <summary>What is not done before it is approved, even by a kind that takes no step to do it.</summary>
    private static uint WaitsFor(CompiledModel now, int root, int body) =>
        now.FollowsQuestions && now.Roots[root].Issuer != body ? now.Roots[root].NeedsApproval : 0;

    /// <summary>The step that ends handling: a correction is registered only.</summary>
    private Step LastOf(int root, int body)
    {
        var kind = model.KindTable[model.Facts[body].Kind];
        var isCorrection = model.Roots[root].Source.Relation is { Kind: RelationKind.Corrects };
        return isCorrection && kind.Takes(Step.Register) ? Step.Register : kind.HandlingEnds;
    }

    /// <summary>
    /// The paper has lost its force, and is handled no more; one that has lost it as it was registered was not handled
    /// either, though it may have looked so.
    /// </summary>
    private void Withdraw(CompiledModel now, int root, int body, in Entry entry)
    {
        ref var standing = ref standings[root]![body];
        if (entry.Kind == EntryKind.Superseded && entry.What < 3 && standing.Is(Progress.Handled)
            && standing.HandledAt == entry.Tick)
        {
            var before = standing;
            standing.Progress &= ~(Progress.Handled | Progress.Complied);
            (standing.Done, standing.Late) = (0, 0);
            foreach (var tally in tallies[root])
            {
                tally.Note(body, before, standing);
            }
        }

        var isWithdrawn = entry.Kind == EntryKind.Superseded
            || (entry.Kind == EntryKind.RecallSent && entry.What == 0)
            || (entry.Kind == EntryKind.RecallAnswered && entry.What == Recall.Accepted);
        Change(now, root, body, entry.Tick, isWithdrawn ? Progress.Withdrawn : 0);
    }

    private int UpdateOf(int hash) => Array.FindIndex(model.Roots, each => each.ShortHash >> 8 == hash);

    private void Change(
        CompiledModel now, int root, int body, int tick, Progress progress, uint done = 0, uint kept = 0, uint undone = 0,
        int update = -1, int sent = -1)
    {
        ref var standing = ref standings[root]![body];
        var before = standing;
        progress &= standing.Is(Progress.Withdrawn) ? ~Progress.Handled : progress;
        var handledNow = (progress & Progress.Handled) != 0 && !standing.Is(Progress.Handled);
        standing.HandledAt = handledNow ? tick : standing.HandledAt;
        standing.Progress |= progress;
        standing.Own |= kept;
        standing.Update = update >= 0 ? update + 1 : standing.Update;
        if (handledNow && !model.KindTable[model.Facts[body].Kind].Takes(Step.CarryOut))
        {
            done |= standing.Own & ~WaitsFor(now, root, body); // such a kind is done with an assignment when it takes it up
        }

        if ((undone & standing.Done) != 0)
        {
            standing.Progress &= ~Progress.Complied;
        }

        var fresh = done & ~standing.Done;
        standing.Done = (standing.Done | done) & ~undone;
        standing.Late = (standing.Late | (fresh & OverdueAt(now, root, standing.Update - 1, tick))) & ~undone;
        if (standing.Is(Progress.Handled) && standing.Done == standing.Own
            && (standing.Is(Progress.Relayed) || model.AddresseesOf(root, body).Length == 0))
        {
            standing.Progress |= Progress.Complied;
        }

        NoteMoment(root, body, tick, progress, sent);
        foreach (var tally in tallies[root])
        {
            tally.Note(body, before, standing);
        }
    }
}
