using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// What a condition counts that is no share of states: a quantile of times, or what lies at desks. It is told of everything that
/// the journal says, in any order of bodies within a tick.
/// </summary>
internal interface IGauge
{
    /// <summary>Other hours, other people or another organisation are in force from a tick on.</summary>
    void Change(CompiledModel now, int tick);

    /// <summary>Takes in what a body wrote.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="body">Index of the body that wrote it.</param>
    void Take(in Entry entry, int body);

    /// <summary>Whether the condition holds at the end of a tick.</summary>
    bool Holds(CompiledModel now, int tick);

    /// <summary>What an entry says about it: how many of how many.</summary>
    (long InState, long Among) Counted(CompiledModel now, int tick);

    /// <summary>
    /// The next tick at whose end it is otherwise if nothing happens, or an earlier one at which to ask again;
    /// <see cref="int.MaxValue"/>: time alone does not change it before the run is over.
    /// </summary>
    int NextChange(CompiledModel now, int tick);
}
