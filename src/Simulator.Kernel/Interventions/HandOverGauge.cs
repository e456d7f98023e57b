using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Interventions;

/// <summary>The papers that have come to the bodies that fit, seen or unseen, each once.</summary>
internal sealed class HandOverGauge : IGauge
{
    private readonly CompiledModel model;
    private readonly Condition condition;
    private readonly HashSet<uint> roots;
    private readonly bool[] among;
    private readonly int bodies;
    private readonly HashSet<(int Body, ulong Sender, uint Sequence, byte Paper)> unseen = [];
    private int papers;

    internal HandOverGauge(CompiledModel model, Condition condition)
    {
        (this.model, this.condition) = (model, condition);
        roots = [.. model.Roots.Where(root => condition.IsAbout(root.Source)).Select(root => root.ShortHash)];
        among = [.. Enumerable.Range(0, model.Facts.Length).Select(body => model.Fits(body, condition.Among))];
        bodies = among.Count(fits => fits);
    }

    /// <inheritdoc/>
    public void Change(CompiledModel now, int tick)
    {
    }

    /// <inheritdoc/>
    public void Take(in Entry entry, int body)
    {
        if (!among[body] || entry.Kind is not (EntryKind.Arrived or EntryKind.Unseen)
            || (condition.Directive is not null && !roots.Contains(entry.Root)))
        {
            return;
        }

        var paper = (body, entry.CauseBody, entry.CauseSequence, entry.What);
        if (entry.Kind == EntryKind.Unseen)
        {
            unseen.Add(paper);
        }
        else if (unseen.Remove(paper))
        {
            return; // it was counted when it came, and is noticed now
        }

        papers += model.IndexOf(entry.CauseBody) >= 0 ? 1 : 0;
    }

    /// <inheritdoc/>
    public bool Holds(CompiledModel now, int tick) =>
        bodies > 0 && condition.Holds(papers, condition.Desk!.Papers!.Value)
        && Array.Exists(now.Roots, root => root.Issued <= tick && condition.IsAbout(root.Source));

    /// <inheritdoc/>
    public (long InState, long Among) Counted(CompiledModel now, int tick) => (papers, bodies);

    /// <inheritdoc/>
    public int NextChange(CompiledModel now, int tick) => int.MaxValue;
}
