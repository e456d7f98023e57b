namespace Simulator.Kernel.Conduct;

/// <summary>
/// Whom a body obeys that has two assignments which exclude each other, from two superiors (song trùng trực thuộc).
/// </summary>
public sealed record ConflictRule
{
    /// <summary>Which paper it goes by.</summary>
    public required ConflictChoice Obeys { get; init; }

    /// <summary>The line whose papers go first, where it goes by <see cref="ConflictChoice.Line"/>.</summary>
    public string? Line { get; init; }
}

/// <summary>By which of two papers a body goes; where it makes no difference, by the one that came first.</summary>
public enum ConflictChoice : byte
{
    /// <summary>The one whose sender stands fewer steps above it.</summary>
    Nearer = 1,

    /// <summary>The one whose sender is of a certain line, such as the party's.</summary>
    Line = 2,

    /// <summary>The one that came first.</summary>
    First = 3,

    /// <summary>The one that came last.</summary>
    Newest = 4,

    /// <summary>Neither, until the nearest common superior of the two senders has ruled (xin ý kiến chỉ đạo).</summary>
    Wait = 5,
}
