namespace Simulator.Benchmarks.Cascade;

/// <summary>
/// The tree of the cascade: one root, 63 provinces, 705 districts, 10,575 communes, 95,175 villages,
/// cut below a level. Bodies are numbered breadth first, so that a body's children are contiguous.
/// </summary>
public sealed class Hierarchy
{
    private readonly int[] _firstChild;
    private readonly int[] _parent;
    private readonly byte[] _height;

    /// <param name="depth">The deepest level kept, 2 to 4.</param>
    /// <param name="villages">Villages in a commune.</param>
    public Hierarchy(int depth, int villages = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, 4);
        var parents = new List<int> { -1 };
        var levels = new List<byte> { 0 };
        var firstChildren = new List<int>();
        for (var body = 0; body < parents.Count; body++)
        {
            firstChildren.Add(parents.Count);
            if (levels[body] == depth)
                continue;
            for (var child = FanOut(levels[body], body, villages); child > 0; child--)
            {
                parents.Add(body);
                levels.Add((byte)(levels[body] + 1));
            }
        }

        firstChildren.Add(parents.Count);
        _parent = [.. parents];
        _firstChild = [.. firstChildren];
        _height = [.. levels.Select(level => (byte)(depth - level))];
        Depth = depth;
        InnerCount = _height.Count(height => height > 0);
    }

    /// <summary>The deepest level.</summary>
    public int Depth { get; }

    /// <summary>The number of bodies.</summary>
    public int Count => _parent.Length;

    /// <summary>The number of bodies with children; they are the first ones.</summary>
    public int InnerCount { get; }

    /// <summary>For each body its superior; -1 for the root.</summary>
    public int[] Parents => _parent;

    /// <summary>For each body its first child; the next body's entry ends its children.</summary>
    public int[] FirstChildren => _firstChild;

    /// <summary>For each body the levels below it; 0 for a leaf.</summary>
    public byte[] Heights => _height;

    private static int FanOut(byte level, int body, int villages) => level switch
    {
        0 => 63,
        1 => body - 1 < 12 ? 12 : 11, // the provinces are the bodies 1 to 63
        2 => 15,
        _ => villages,
    };
}
