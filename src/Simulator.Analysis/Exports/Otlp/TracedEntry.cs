using Simulator.Analysis.Store;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>An entry of the journal as the store has it, with what enabled it. Moments are ticks.</summary>
internal sealed record TracedEntry
{
    /// <summary>The columns that <see cref="From"/> reads.</summary>
    internal const string Sql = "SELECT e.body, e.id, e.sequence, e.at, e.activity, e.kind, e.root, e.route, e.started, e.server,"
        + " e.what, e.item, e.a, e.b, e.enabled, e.in_hours, e.worked, e.post, e.other,"
        + " c.body, c.sequence, c.kind, c.root, c.route FROM entry e LEFT JOIN entry c ON c.id = e.cause";

    internal required long Id { get; init; }

    internal required long Body { get; init; }

    internal required long Sequence { get; init; }

    internal required long At { get; init; }

    internal required long Activity { get; init; }

    internal required EntryKind Kind { get; init; }

    internal required long Root { get; init; }

    internal required long Route { get; init; }

    internal required long Started { get; init; }

    internal required long Server { get; init; }

    internal required long What { get; init; }

    internal required long Item { get; init; }

    internal required long A { get; init; }

    internal required long B { get; init; }

    internal required long? Enabled { get; init; }

    internal required long? InHours { get; init; }

    internal required long? Worked { get; init; }

    internal required long? Post { get; init; }

    internal required long? Other { get; init; }

    /// <summary>What enabled it; <c>null</c>: nothing did.</summary>
    internal required EntryCause? Cause { get; init; }

    /// <summary>Of a step: the minutes since it was enabled, by reason; they add up.</summary>
    internal IReadOnlyList<EntryWait> Waits { get; set; } = [];

    /// <summary>The report that left by it; <c>null</c>: none did.</summary>
    internal LeavingReport? Report { get; set; }

    /// <summary>Whether somebody did something for a while, to its end or not.</summary>
    internal bool IsStep => Kind is EntryKind.StepEnded or EntryKind.WorkStopped;

    /// <summary>Whether a body has nothing more to do with what came by this route.</summary>
    internal bool Ends => Kind is EntryKind.Closed or EntryKind.Filed or EntryKind.HandedOver;

    /// <summary>Whether a directive, or what implements one, came by it.</summary>
    internal bool BringsDirective =>
        Kind is EntryKind.Arrived or EntryKind.Unseen && ((PaperClass)What).BringsDirective();

    /// <summary>Whether <see cref="Item"/> is the place of an assignment.</summary>
    internal bool IsOnAssignment => Item != Entry.NoItem && AssignmentEntries.Name(Kind);

    internal static TracedEntry From(StoredRows rows) => new()
    {
        Body = rows.Number(0),
        Id = rows.Number(1),
        Sequence = rows.Number(2),
        At = rows.Number(3),
        Activity = rows.Number(4),
        Kind = (EntryKind)rows.Number(5),
        Root = rows.Number(6),
        Route = rows.Number(7),
        Started = rows.Number(8),
        Server = rows.Number(9),
        What = rows.Number(10),
        Item = rows.Number(11),
        A = rows.Number(12),
        B = rows.Number(13),
        Enabled = rows.NumberOrNull(14),
        InHours = rows.NumberOrNull(15),
        Worked = rows.NumberOrNull(16),
        Post = rows.NumberOrNull(17),
        Other = rows.NumberOrNull(18),
        Cause = rows.IsNull(19) ? null : new EntryCause(
            rows.Number(19), rows.Number(20), (EntryKind)rows.Number(21), rows.Number(22), rows.Number(23)),
    };
}

/// <summary>What enabled an entry.</summary>
internal sealed record EntryCause(long Body, long Sequence, EntryKind Kind, long Root, long Route);

/// <summary>Minutes of waiting, or of work, for one reason.</summary>
internal readonly record struct EntryWait(WaitReason Reason, long Minutes);

/// <summary>A report, as it leaves; what is not known is <c>null</c>.</summary>
internal sealed record LeavingReport(
    long On, long Paper, long Number, long? Arrived, long? Receiver, long? Counted, long? Known, long? Claimed);
