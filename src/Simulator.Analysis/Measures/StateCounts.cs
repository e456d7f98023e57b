using System.Numerics;
using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures;

/// <summary>
/// How many assignments are in each of the four tracked states. Each assignment counts once for each body
/// that has it to carry out, whether the directive has reached that body or not.
/// </summary>
/// <param name="DoneOnTime">Done not later than due.</param>
/// <param name="DoneLate">Done, later than due.</param>
/// <param name="InTerm">Not done, and not overdue.</param>
/// <param name="Overdue">Not done, and overdue.</param>
public readonly record struct StateCounts(int DoneOnTime, int DoneLate, int InTerm, int Overdue)
{
    /// <summary>All of them.</summary>
    public int All => DoneOnTime + DoneLate + InTerm + Overdue;

    /// <summary>The counts of two sets of assignments together.</summary>
    public static StateCounts operator +(StateCounts left, StateCounts right) => new(
        left.DoneOnTime + right.DoneOnTime, left.DoneLate + right.DoneLate, left.InTerm + right.InTerm,
        left.Overdue + right.Overdue);

    /// <summary>The counts of a set of assignments without those of a part of it.</summary>
    public static StateCounts operator -(StateCounts left, StateCounts right) => new(
        left.DoneOnTime - right.DoneOnTime, left.DoneLate - right.DoneLate, left.InTerm - right.InTerm,
        left.Overdue - right.Overdue);

    /// <summary>How many are in a state.</summary>
    public int In(ComplianceState state) => state switch
    {
        ComplianceState.DoneOnTime => DoneOnTime,
        ComplianceState.DoneLate => DoneLate,
        ComplianceState.PendingInTerm => InTerm,
        _ => Overdue,
    };

    /// <summary>The states of one body's assignments at a moment.</summary>
    /// <param name="model">The model.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="body">Index of the body.</param>
    /// <param name="progress">How far it had got by that moment; <c>null</c>: nothing has reached it.</param>
    /// <param name="at">The moment, a tick.</param>
    public static StateCounts Of(CompiledModel model, int root, int body, BodyProgress? progress, int at)
    {
        ArgumentNullException.ThrowIfNull(model);
        var own = OwnOf(model, root, body, progress);
        var done = own & (progress?.Done ?? 0);
        var late = done & (progress?.DoneLate ?? 0);
        var overdue = own & ~done & (progress?.OverdueAt(model, root, at) ?? model.Directives[root].OverdueAt(at));
        return new(
            BitOperations.PopCount(done & ~late), BitOperations.PopCount(late),
            BitOperations.PopCount(own & ~done & ~overdue), BitOperations.PopCount(overdue));
    }

    /// <summary>The assignments that count for a body: a bit for each.</summary>
    internal static uint OwnOf(CompiledModel model, int root, int body, BodyProgress? progress)
    {
        var own = model.OwnAssignments(root, body) | (progress?.Own ?? 0);
        own = body == model.Directives[root].Issuer ? progress?.Own ?? 0 : own;
        return own & (progress?.Flight is { IsWithdrawn: true } ? progress.Done : uint.MaxValue);
    }

    /// <summary>By level, highest first, for the levels that have any assignment of a directive.</summary>
    /// <param name="model">The model.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it until the moment.</param>
    /// <param name="at">The moment, a tick.</param>
    public static IReadOnlyList<(string Level, StateCounts Counts)> ByLevel(
        CompiledModel model, int root, IReadOnlyDictionary<int, BodyProgress> progress, int at)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(progress);
        var counts = new StateCounts[model.Source.Levels.Count];
        foreach (var body in model.Directives[root].Reach.Append(model.Directives[root].Issuer))
        {
            counts[model.FactsOf(body).Level] += Of(model, root, body, progress.GetValueOrDefault(body), at);
        }

        return
        [
            .. counts.Select((count, level) => (model.Source.Levels[level], count))
                .Where(each => each.count.All > 0),
        ];
    }
}
