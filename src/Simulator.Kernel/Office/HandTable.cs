using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// What is in whose hands, and by which hours its end was worked out: only in the slab of a model whose offices can
/// become others in the middle of a run.
/// </summary>
internal sealed class HandTable(CompiledModel model, int first, int count)
{
    private readonly CompiledPost?[] rules = new CompiledPost?[count * OfficePosts.Count];
    private readonly Dictionary<(int Body, int Post, int Server), Hand> hands = [];
    private readonly HashSet<(int Body, int Mark)> overtaken = [];

    /// <summary>Bytes that it holds, nearly: dictionaries keep some room.</summary>
    internal long Bytes => ((long)rules.Length * IntPtr.Size) + (hands.Count * 40L) + (overtaken.Count * 24L);

    /// <summary>The table of some bodies; <c>null</c>: nothing can change their offices.</summary>
    internal static HandTable? For(CompiledModel model, int first, int count) =>
        model.Interventions.Count == 0 ? null : new HandTable(model, first, count);

    /// <summary>The post by whose hours what is in hand was timed.</summary>
    internal CompiledPost RulesOf(int body, int post) =>
        rules[((body - first) * OfficePosts.Count) + post] ?? model.Posts[model.Facts[body].Office][post];

    /// <summary>What is in hand from now on is timed by another post.</summary>
    internal void Retime(int body, int post, CompiledPost by) => rules[((body - first) * OfficePosts.Count) + post] = by;

    /// <summary>A paper has come into somebody's hands, or its end is another one.</summary>
    internal void Take(int body, int post, int server, Hand hand) => hands[(body, post, server)] = hand;

    /// <summary>What somebody who is busy has in hand.</summary>
    internal Hand Of(int body, int post, int server) => hands[(body, post, server)];

    /// <summary>The wake-up with a mark ends nothing any more.</summary>
    internal void Overtake(int body, int mark) => overtaken.Add((body, mark));

    /// <summary>Whether a wake-up was overtaken; asked once.</summary>
    internal bool WasOvertaken(int body, int mark) => overtaken.Count > 0 && overtaken.Remove((body, mark));
}

/// <summary>A paper in somebody's hands.</summary>
/// <param name="Job">The paper.</param>
/// <param name="Since">When its end was worked out last.</param>
/// <param name="Minutes">The working minutes that were left then.</param>
internal readonly record struct Hand(int Job, int Since, int Minutes);
