namespace Simulator.Benchmarks;

/// <summary>One row of a comparison: a size of the tree and a number of directives.</summary>
internal sealed record Case(int Depth, int Directives)
{
    /// <summary>Each size of the tree with one directive and with ten.</summary>
    public static readonly Case[] All = [new(2, 1), new(2, 10), new(3, 1), new(3, 10), new(4, 1), new(4, 10)];

    public bool IsLargest => this == All[^1];
}
