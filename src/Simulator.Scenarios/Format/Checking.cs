using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>One walk over a tree that holds it against the format.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="isWhole">
/// Whether the tree is a composed scenario, in which nothing may be missing; a single file may leave to
/// others what merges with it.
/// </param>
internal sealed class Checking(ProblemList problems, bool isWhole)
{
    private int _inList;

    /// <summary>Where problems go.</summary>
    public ProblemList Problems { get; } = problems;

    /// <summary>Whether keys that are required must be there.</summary>
    public bool IsComplete => isWhole || _inList > 0;

    /// <summary>Checks an item of a list, which no other file can complete.</summary>
    public void CheckItem(Shape shape, Node item, string what)
    {
        _inList++;
        shape.Check(item, what, this);
        _inList--;
    }

    /// <summary>Reports a value of the wrong type.</summary>
    public void WrongType(Node node, string what, string wanted) =>
        Problems.Error(node.Place, $"{what} cannot be {node.Description}.", $"It takes {wanted}.");
}
