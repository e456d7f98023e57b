using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// Pieces of work on directives at each of the bodies that fit, or at one of their posts, and how many bodies have more of
/// them than the condition's limit.
/// </summary>
internal sealed class BacklogGauge : IGauge
{
    private readonly Condition condition;
    private readonly bool[] roots; // those that it is about
    private readonly bool[] among;
    private readonly bool[] isGone;
    private readonly int[] pieces; // by body
    private readonly int bodies;
    private readonly int most; // of which more is above
    private int above;

    internal BacklogGauge(CompiledModel model, Condition condition)
    {
        this.condition = condition;
        roots = [.. model.Roots.Select(root => condition.IsAbout(root.Source))];
        among = [.. Enumerable.Range(0, model.Facts.Length).Select(body => model.Fits(body, condition.Among))];
        isGone = new bool[among.Length];
        pieces = new int[among.Length];
        bodies = among.Count(fits => fits);
        most = condition.Desk!.Papers!.Value - (condition.Comparison is Comparison.Above or Comparison.AtMost ? 0 : 1);
        above = most < 0 ? bodies : 0;
    }

    /// <inheritdoc/>
    public void Change(CompiledModel now, int tick)
    {
        for (var body = 0; body < among.Length; body++)
        {
            if (among[body] && !isGone[body] && now.Organisation?.SuccessorOf(body) >= 0)
            {
                Add(body, -pieces[body]);
                isGone[body] = true;
            }
        }
    }

    /// <inheritdoc/>
    public void Take(in Entry entry, int body)
    {
    }

    /// <summary>Takes in what bodies tell of their desks.</summary>
    internal void Take(ReadOnlySpan<DeskMove> moves)
    {
        foreach (ref readonly var move in moves)
        {
            if (among[move.Body] && !isGone[move.Body] && roots[move.Root]
                && (condition.Desk!.Post is not { } post || (byte)post == move.Post))
            {
                Add(move.Body, move.By);
            }
        }
    }

    /// <inheritdoc/>
    public bool Holds(CompiledModel now, int tick) =>
        bodies > 0 && IsIssued(now, tick) && (condition.Comparison is Comparison.Above or Comparison.AtLeast) == above > 0;

    /// <inheritdoc/>
    public (long InState, long Among) Counted(CompiledModel now, int tick) => (pieces.Max(), bodies);

    /// <inheritdoc/>
    public int NextChange(CompiledModel now, int tick) => int.MaxValue;

    private bool IsIssued(CompiledModel now, int tick)
    {
        for (var root = 0; root < roots.Length; root++)
        {
            if (roots[root] && now.Roots[root].Issued <= tick)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(int body, int by)
    {
        above -= pieces[body] > most ? 1 : 0;
        pieces[body] += by;
        above += pieces[body] > most ? 1 : 0;
    }
}
