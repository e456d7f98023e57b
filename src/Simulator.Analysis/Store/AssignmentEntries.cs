using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Store;

/// <summary>
/// Which kinds of entries are about an assignment, as <see cref="EntryKind"/> says of each. The files of SQL beside this one
/// name the same by their numbers.
/// </summary>
internal static class AssignmentEntries
{
    /// <summary>The numbers of kinds that are <see cref="OfOwn"/>, with commas between.</summary>
    internal static string OwnNumbers { get; } = Numbers(OfOwn);

    /// <summary>The numbers of kinds that <see cref="Name"/> an assignment, with commas between.</summary>
    internal static string NamingNumbers { get; } = Numbers(Name);

    /// <summary>Whether <see cref="Entry.Item"/> is the place of an assignment, or 255.</summary>
    internal static bool Name(EntryKind kind) => OfOwn(kind)
        || kind is EntryKind.AssignmentLost or EntryKind.AssignmentDistorted or EntryKind.AssignmentAdded
            or EntryKind.Asked or EntryKind.Decided or EntryKind.Answered or EntryKind.SilencePassed
            or EntryKind.Contribution or EntryKind.Ruled;

    /// <summary>
    /// Whether it is about an assignment that the body has to carry out itself, if it has. The others are about the paper that
    /// goes on to those below, about a question that may be another's, about what is written for another's, or rule for others.
    /// </summary>
    internal static bool OfOwn(EntryKind kind) => kind is EntryKind.StepEnded or EntryKind.Stalled or EntryKind.Ignored
        or EntryKind.Resumed or EntryKind.Kept or EntryKind.DelayedByLoad or EntryKind.InputsAwaited or EntryKind.InputsEnded
        or EntryKind.WorkStopped or EntryKind.ConflictFound or EntryKind.GaveWay or EntryKind.RulingAsked or EntryKind.RulingTaken
        or EntryKind.RulingAwaited;

    private static string Numbers(Func<EntryKind, bool> isOne) =>
        string.Join(", ", Enum.GetValues<EntryKind>().Where(isOne).Select(kind => (int)kind).Order());
}
