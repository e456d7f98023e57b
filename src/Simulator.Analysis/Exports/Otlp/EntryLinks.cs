using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What a handling has to do with spans whose part it is not: across lines, routes and directives.</summary>
internal sealed class EntryLinks(TraceNames names, SpanIds ids)
{
    /// <summary>From a later route to the first.</summary>
    internal SpanLink ToFirstRoute(TracedFile file) => new(
        ids.Trace(file.Directive.Key), ids.Handling(file.Directive.Key, names.Key(file.Body), 0), "first route");

    /// <summary>The links of an entry: to what enabled it elsewhere, and to the other directive that it names.</summary>
    internal IEnumerable<SpanLink> Of(TracedFile file, TracedEntry entry)
    {
        var isOwn = entry.Cause is not { } by || (by.Root == entry.Root && (by.Body == entry.Body || ReferenceEquals(entry, file.Came)));
        if (!isOwn && names.Directive(entry.Cause!.Root) is { } directive)
        {
            yield return new SpanLink(ids.Trace(directive.Key), SpanOf(directive, entry.Cause), names.Activity(entry.Activity));
        }

        var hash = entry.Kind switch
        {
            EntryKind.Updated => entry.B,
            EntryKind.ConflictFound or EntryKind.GaveWay or EntryKind.RulingAwaited or EntryKind.RulingTaken => entry.A,
            _ => -1,
        };
        if (names.DirectiveByHash(hash) is { } other && other.Root != entry.Cause?.Root)
        {
            yield return new SpanLink(
                ids.Trace(other.Key), ids.Handling(other.Key, names.Key(entry.Body), 0), names.Activity(entry.Activity));
        }
    }

    private ulong SpanOf(TracedDirective directive, EntryCause cause) => cause.Kind is EntryKind.StepEnded or EntryKind.WorkStopped
        ? ids.Step(names.Key(cause.Body), cause.Sequence)
        : ids.Handling(directive.Key, names.Key(cause.Body), cause.Route);
}
