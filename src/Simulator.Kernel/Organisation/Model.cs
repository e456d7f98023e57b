using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// A scenario as the kernel understands it: who there is, who commands whom, what is issued. It is
/// declared, in ids and names; <see cref="Compilation.CompiledModel"/> is the same in arrays.
/// </summary>
public sealed record Model
{
    /// <summary>The scenario's name, a label.</summary>
    public required string Scenario { get; init; }

    /// <summary>The variant's name, a label.</summary>
    public string Variant { get; init; } = "base";

    /// <summary>The local civil time of tick 0 and the offset from UTC.</summary>
    public required TimeAxis Axis { get; init; }

    /// <summary>How long a run lasts unless it is told otherwise, in elapsed minutes.</summary>
    public required TickSpan Until { get; init; }

    /// <summary>Names of the levels, highest first. A body's level is a place in this list.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>Names of the lines of command (state, party, police, …).</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>First days of the terms of party committees, where their number series start again.</summary>
    public IReadOnlyList<CivilDate> Terms { get; init; } = [];

    /// <summary>The working calendars by name.</summary>
    public required IReadOnlyDictionary<string, CalendarRule> Calendars { get; init; }

    /// <summary>The channels that papers travel on.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The kinds of body.</summary>
    public required IReadOnlyList<BodyKind> Kinds { get; init; }

    /// <summary>Every body that will ever exist, in any order: the order has no effect.</summary>
    public required IReadOnlyList<Body> Bodies { get; init; }

    /// <summary>The root directives, in any order: the order has no effect on any result.</summary>
    public required IReadOnlyList<Directive> Directives { get; init; }

    /// <summary>Directives that are taken back, in any order; each at most once.</summary>
    public IReadOnlyList<Recall> Recalls { get; init; } = [];

    /// <summary>What befalls bodies from outside, in any order: the order has no effect.</summary>
    public IReadOnlyList<ExternalEvent> Events { get; init; } = [];

    /// <summary>What the director does to the run, in any order: the order has no effect.</summary>
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];

    /// <summary>What nobody waits for, in a run that is played to see what that waiting has caused; empty otherwise.</summary>
    public IReadOnlyList<Relief> Reliefs { get; init; } = [];

    /// <summary>Who can set values of the scenario for interventions; <c>null</c>: none of them sets any.</summary>
    public IModelSettings? Settings { get; init; }

    /// <summary>Papers that a run must issue at a given moment instead of when it is ready.</summary>
    public IReadOnlyList<PinnedPaper> Pinned { get; init; } = [];

    /// <summary>Papers known from reality; they change nothing in a run.</summary>
    public IReadOnlyList<ObservedPaper> Observed { get; init; } = [];

    /// <summary>The answers wanted; they change nothing in a run.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>Which directives of a series count in goals and sums; it changes nothing in a run.</summary>
    public SeriesWindow Window { get; init; }
}
