using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Waiting that two entries of one file bound, and no step: laid aside until somebody got it going, an opinion, inputs, a box
/// that nobody looked at.
/// </summary>
internal sealed class Pauses
{
    private readonly Dictionary<(PauseKind Kind, long Number), TracedEntry> begun = [];

    /// <summary>What has begun and not ended.</summary>
    internal IEnumerable<Pause> Open => begun.Select(each => new Pause(each.Key.Kind, each.Value, null));

    /// <summary>Takes in the next entry.</summary>
    /// <returns>The pause that it ends; <c>null</c>: none.</returns>
    internal Pause? Take(TracedEntry entry)
    {
        if (Begins(entry) is { } begins)
        {
            begun.TryAdd(begins, entry);
            return null;
        }

        return entry.Kind switch
        {
            EntryKind.Resumed => End(PauseKind.Stall, entry.Item, entry) ?? End(PauseKind.Ignored, entry.Item, entry),
            EntryKind.Contribution => End(PauseKind.Contribution, entry.Item, entry),
            EntryKind.InputsEnded => End(PauseKind.Inputs, entry.Item, entry),
            EntryKind.Answered or EntryKind.SilencePassed => End(PauseKind.Opinion, entry.A, entry),
            EntryKind.RulingTaken => End(PauseKind.Ruling, entry.Item, entry),
            EntryKind.Noticed => End(PauseKind.Unseen, entry.A, entry),
            _ => null,
        };
    }

    private static (PauseKind Kind, long Number)? Begins(TracedEntry entry) => entry.Kind switch
    {
        EntryKind.Stalled => (PauseKind.Stall, entry.Item),
        EntryKind.Ignored => (PauseKind.Ignored, entry.Item),
        EntryKind.Contribution when entry.What != (long)ContributionState.Resumed => (PauseKind.Contribution, entry.Item),
        EntryKind.InputsAwaited => (PauseKind.Inputs, entry.Item),
        EntryKind.Asked => (PauseKind.Opinion, entry.A),
        EntryKind.RulingAwaited => (PauseKind.Ruling, entry.Item),
        EntryKind.Unseen => (PauseKind.Unseen, entry.Sequence),
        _ => null,
    };

    private Pause? End(PauseKind kind, long number, TracedEntry entry) =>
        begun.Remove((kind, number), out var from) ? new Pause(kind, from, entry) : null;
}

/// <summary>What was waited for.</summary>
internal enum PauseKind
{
    /// <summary>It was laid aside.</summary>
    Stall,

    /// <summary>It will not be done unless inspected.</summary>
    Ignored,

    /// <summary>A contribution was laid aside or ignored.</summary>
    Contribution,

    /// <summary>The lead waits for those who coordinate.</summary>
    Inputs,

    /// <summary>An opinion or an approval.</summary>
    Opinion,

    /// <summary>A ruling which order to obey.</summary>
    Ruling,

    /// <summary>It lay where nobody looked.</summary>
    Unseen,
}

/// <summary>A pause, from one entry to another; without that it never ended.</summary>
internal sealed record Pause(PauseKind Kind, TracedEntry From, TracedEntry? To);
