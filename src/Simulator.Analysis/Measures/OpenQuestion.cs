using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>A question to whoever issued the paper that has not been settled, by an answer or by silence.</summary>
/// <param name="Number">The body's own count of its questions.</param>
/// <param name="Item">The assignment to be approved; 255: an opinion on the whole paper.</param>
/// <param name="IsPassedUp">Whether it is the question of somebody below.</param>
/// <param name="Since">When it was first asked, a tick.</param>
public sealed record OpenQuestion(int Number, byte Item, bool IsPassedUp, int Since)
{
    /// <summary>Whether the body waits for an opinion before it assigns.</summary>
    public bool IsOpinion => !IsPassedUp && Item == Entry.NoItem;
}
