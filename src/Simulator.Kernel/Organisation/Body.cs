using Simulator.Kernel.Conduct;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// One administrative body: an office with a place in the organisation. Its identity is its id, never
/// its place, so that it keeps its own draws when the tree around it changes.
/// </summary>
public sealed record Body
{
    private static readonly HeadCounts AsKind = new();

    /// <summary>The id it is declared with, such as <c>wards/7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people read; the id where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Id of its <see cref="BodyKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its superior on each line that commands it. The first is the territorial one.</summary>
    public IReadOnlyList<Subordination> Under { get; init; } = [];

    /// <summary>Ids of the bodies of its own level that it leads (a party committee leads the state body).</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Ids of the groups it belongs to; a group's id selects all of its members.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Head counts that differ from the kind's; <c>null</c> is the kind's own.</summary>
    public HeadCounts Heads { get; init; } = AsKind;

    /// <summary>How many people of each post take nothing up at present; <c>null</c>: none.</summary>
    public HeadCounts Away { get; init; } = AsKind;

    /// <summary>Spans of civil time in which the whole office is closed.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Id of the channel its papers leave by; <c>null</c> is the kind's.</summary>
    public string? Channel { get; init; }

    /// <summary>
    /// The number of its newest outgoing paper before the run, so that its series goes on from there.
    /// </summary>
    public int LastNumber { get; init; }

    /// <summary>How it behaves where that differs from its kind; <c>null</c> is the kind's conduct.</summary>
    public ConductRule? Conduct { get; init; }

    /// <summary>How diligent it is where that differs from its kind; <c>null</c> is the kind's.</summary>
    public DiligenceRule? Diligence { get; init; }

    /// <summary>What it leaves behind where it no longer exists; <c>null</c>: it does.</summary>
    public Dissolution? Dissolved { get; init; }
}

/// <summary>A place in a line of command.</summary>
/// <param name="Line">Name of the line.</param>
/// <param name="Superior">Id of the superior body.</param>
public sealed record Subordination(string Line, string Superior);

/// <summary>Whole head counts of an office; <c>null</c> leaves the kind's number.</summary>
/// <param name="Clerk">Records clerks, 1 to 64.</param>
/// <param name="Leadership">Leaders who assign and sign, 1 to 64.</param>
/// <param name="Staff">Staff, 1 to 64.</param>
public sealed record HeadCounts(int? Clerk = null, int? Leadership = null, int? Staff = null);
