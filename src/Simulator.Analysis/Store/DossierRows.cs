using System.Numerics;
using Simulator.Analysis.Measures;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Store;

/// <summary>
/// How far each body has got with each directive, as <see cref="ProgressReader"/> reads it, and each change of its
/// state on the way. Directives are read some at a time, so that what is known of all of them need not be held at once.
/// </summary>
internal sealed class DossierRows : IProgressWatch, IDisposable
{
    private const int DossiersAtOnce = 30_000;

    private readonly StoreNumbers numbers;
    private readonly CompiledModel model;
    private readonly int until;
    private readonly StoreRows dossiers;
    private readonly StoreRows assignments;
    private readonly StoreRows changes;

    internal DossierRows(StoreFile file, StoreNumbers numbers, int until)
    {
        this.numbers = numbers;
        this.until = until;
        model = numbers.Trace.Model;
        dossiers = file.Rows("dossier", 27);
        assignments = file.Rows("own_assignment", 7);
        changes = file.Rows("state_change", 5);
    }

    internal void Write()
    {
        var isEntangled = model.Directives.Any(each => each.Flight is not null || each.Conflicts is not null);
        for (var from = 0; from < model.Directives.Count;)
        {
            var (to, count) = (from, 0);
            while (to < model.Directives.Count && (to == from || isEntangled || count < DossiersAtOnce))
            {
                count += model.Directives[to++].Reach.Count + 1;
            }

            var progress = ProgressReader.Read(numbers.Trace, from, to, this);
            for (var root = from; root < to; root++)
            {
                Write(root, progress[root]);
            }

            from = to;
        }
    }

    public void Dispose()
    {
        dossiers.Dispose();
        assignments.Dispose();
        changes.Dispose();
    }

    /// <inheritdoc/>
    public void Took(int root, BodyProgress own, in Entry entry)
    {
        if (own.State is var state && state != own.Told)
        {
            own.Told = state;
            changes.Set(0, numbers.OfEntry(numbers.PlaceOf(entry.Body), entry.Sequence)).Set(1, StoreNumbers.OfDirective(root))
                .Set(2, numbers.OfBody(own.Body)).Set(3, entry.Tick).Set(4, (int)state).Write();
        }

        for (var changed = own.Done ^ own.ToldDone; changed != 0; changed &= changed - 1)
        {
            var item = BitOperations.TrailingZeroCount(changed);
            own.DoneAt ??= new int[model.Directives[root].Source.Assignments.Count];
            own.DoneAt[item] = entry.Tick;
        }

        own.ToldDone = own.Done;
    }

    private void Write(int root, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var addressed = model.Directives[root].Reach.ToHashSet();
        foreach (var body in progress.Keys.Union(addressed).Append(numbers.Trace.IssuerOf(root)).Distinct().OrderBy(numbers.OfBody))
        {
            var own = progress.GetValueOrDefault(body);
            Write(root, body, addressed.Contains(body), own ?? new BodyProgress { Body = body }, own);
        }
    }

    private void Write(int root, int body, bool isAddressed, BodyProgress own, BodyProgress? reached)
    {
        var counts = StateCounts.Of(model, root, body, reached, until);
        dossiers.Set(0, StoreNumbers.OfDirective(root)).Set(1, numbers.OfBody(body)).Set(2, isAddressed ? 1 : 0)
            .Set(3, (int)own.State)
            .SetMoment(5, own.SentAt).SetMoment(6, own.ArrivedAt).SetMoment(7, own.RegisteredAt).SetMoment(8, own.HandledAt)
            .SetMoment(9, own.IssuedAt).SetMoment(10, own.WorkEndedAt).SetMoment(11, own.CompliedAt).SetMoment(12, own.ClosedAt)
            .Set(13, own.ClosedByCutOff ? 1 : 0).SetMoment(14, own.ReportArrivedAt).Set(15, own.ContentShare)
            .Set(16, counts.All).Set(17, counts.DoneOnTime + counts.DoneLate).Set(18, counts.DoneLate)
            .Set(19, BitOperations.PopCount(own.Partly)).Set(20, BitOperations.PopCount(own.Ignored))
            .Set(21, BitOperations.PopCount(own.Stalled)).Set(22, own.ReportedBodies).Set(23, own.ReportedComplied)
            .Set(24, own.Reminders).Set(25, own.Inspections).Set(26, own.Resumed);
        if (own.PaperFrom >= 0)
        {
            dossiers.Set(4, numbers.OfBody(own.PaperFrom));
        }

        dossiers.Write();
        var all = StateCounts.OwnOf(model, root, body, reached);
        for (; all != 0; all &= all - 1)
        {
            WriteAssignment(root, own, reached, BitOperations.TrailingZeroCount(all));
        }
    }

    private void WriteAssignment(int root, BodyProgress own, BodyProgress? reached, int item)
    {
        var bit = 1U << item;
        var isDone = (own.Done & bit) != 0;
        var isOverdue = ((reached?.OverdueAt(model, root, until) ?? model.Directives[root].OverdueAt(until)) & bit) != 0;
        assignments.Set(0, StoreNumbers.OfDirective(root)).Set(1, numbers.OfBody(own.Body)).Set(2, item)
            .SetMoment(3, own.DueOf(model, root, item)).SetMoment(4, isDone ? own.DoneAt![item] : -1)
            .Set(5, isDone ? (own.DoneLate & bit) != 0 ? "done-late" : "done-on-time" : isOverdue ? "overdue" : "in-term");
        if (!isDone && OutcomeOf(own, bit) is > 0 and var outcome)
        {
            assignments.Set(6, outcome);
        }

        assignments.Write();
    }

    /// <summary>Which of <see cref="StoreWords.Outcomes"/>, from 1; 0: nothing has become of it yet.</summary>
    private static int OutcomeOf(BodyProgress own, uint bit)
    {
        ReadOnlySpan<uint> masks =
            [own.Partly, own.Otherwise, own.LeftOut, own.Ignored, own.Refused, own.GaveWay, own.Stalled];
        for (var place = 0; place < masks.Length; place++)
        {
            if ((masks[place] & bit) != 0)
            {
                return place + 1;
            }
        }

        return 0;
    }
}
