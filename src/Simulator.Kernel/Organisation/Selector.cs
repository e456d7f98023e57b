namespace Simulator.Kernel.Organisation;

/// <summary>
/// Words that select bodies from an issuer's roster: all conditions that are given must hold. The
/// roster of a body is everybody below it on any line, whom it leads, and everybody below those.
/// </summary>
public sealed record Selector
{
    /// <summary>Each body that the paper is addressed to; only for those who carry out.</summary>
    public static Selector EachAddressee { get; } = new() { IsEachAddressee = true };

    /// <summary>Those directly below the issuer on any line.</summary>
    public static Selector Subordinates { get; } = new() { Direct = true };

    /// <summary>Whether this is <see cref="EachAddressee"/>.</summary>
    public bool IsEachAddressee { get; init; }

    /// <summary>Whether only bodies directly below the issuer are meant.</summary>
    public bool Direct { get; init; }

    /// <summary>Id of one body or of a group, wherever it stands; <c>null</c>: any.</summary>
    public string? Named { get; init; }

    /// <summary>Name of a level; <c>null</c>: any.</summary>
    public string? Level { get; init; }

    /// <summary>Id of a kind; <c>null</c>: any.</summary>
    public string? Kind { get; init; }

    /// <summary>Name of a line; <c>null</c>: any.</summary>
    public string? Line { get; init; }

    /// <summary>Whether only bodies that the issuer leads directly are meant.</summary>
    public bool Led { get; init; }
}
