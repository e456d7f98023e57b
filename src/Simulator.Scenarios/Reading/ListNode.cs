using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Reading;

/// <summary>A list of values.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="items">The values, in order.</param>
internal sealed class ListNode(Place place, IReadOnlyList<Node> items) : Node(place)
{
    /// <summary>The values, in order.</summary>
    public IReadOnlyList<Node> Items => items;

    /// <inheritdoc/>
    public override string Description => "a list";

    /// <inheritdoc/>
    protected override (long Size, int Height) Measure() =>
        (1 + items.Sum(item => item.Size), 1 + (items.Count == 0 ? 0 : items.Max(item => item.Height)));
}
