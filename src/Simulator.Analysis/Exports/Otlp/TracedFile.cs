using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What a body has to do with a directive by one route: its entries in their order, and how it stands at the end.</summary>
internal sealed class TracedFile
{
    internal required TracedDirective Directive { get; init; }

    internal required long Body { get; init; }

    /// <summary>0: the first paper of the directive here; from 1: further ones; from 255 downward: files taken over.</summary>
    internal required long Route { get; init; }

    /// <summary>The first; there is one.</summary>
    internal List<TracedEntry> Entries { get; } = [];

    /// <summary>How the body stands with the directive; <c>null</c>: it is another route than the first.</summary>
    internal TracedDossier? Dossier { get; init; }

    /// <summary>The assignments that the body has to carry out itself; none but by the first route.</summary>
    internal IReadOnlyList<TracedAssignment> Assignments { get; init; } = [];

    /// <summary>The entry by which it came: the paper, else whatever came first.</summary>
    internal TracedEntry Came => Entries.Find(entry => entry.BringsDirective) ?? Entries[0];

    /// <summary>Whether the paper has lost its force here.</summary>
    internal bool IsWithdrawn => Entries.Exists(entry => entry.Kind == EntryKind.Superseded
        || (entry.Kind == EntryKind.RecallAnswered && entry.What == Recall.Accepted));

    /// <summary>Whether there was something to be done that has not ended by the end of the run.</summary>
    internal bool IsOpen => !Entries.Exists(entry => entry.Ends)
        && (Dossier is { IsAddressed: true } || Entries.Exists(entry => entry.BringsDirective || entry.Kind == EntryKind.Issued
            || (entry.Kind == EntryKind.Arrived && entry.What == (long)PaperClass.HandedFile)));
}

/// <summary>A directive. Moments are ticks.</summary>
internal sealed record TracedDirective(
    long Root, string Key, string? Symbol, string Title, long Issuer, long? Issued, long Urgency, long Addressed);

/// <summary>How far a body has got with a directive. Moments are ticks; <c>null</c>: never.</summary>
internal sealed record TracedDossier(
    bool IsAddressed, long State, long? From, long? Sent, long? Arrived, long? Registered, long? Complied, long? ReportArrived,
    bool IsByCutOff, long Stalled);

/// <summary>An assignment that a body has to carry out itself. Moments are ticks.</summary>
internal sealed record TracedAssignment(long Item, long? Due, long? Ended, string State, long? Outcome);
