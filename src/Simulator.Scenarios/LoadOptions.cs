using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>What to make of a scenario file beyond what it says itself.</summary>
public sealed record LoadOptions
{
    /// <summary>
    /// The folder that the scenario's files may not leave; <c>null</c>: the nearest folder above with
    /// <c>.git</c> in it, else the scenario's own.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>The variant to apply; <c>null</c> or <c>base</c>: none.</summary>
    public string? Variant { get; init; }

    /// <summary>Values to set after the variant, each <c>path=value</c>.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>Values to set after these, each <c>path=value</c>: what an experiment varies.</summary>
    public IReadOnlyList<string> Varied { get; init; } = [];

    /// <summary>Where it is said what is varied, as problems name it.</summary>
    public string VariedBy { get; init; } = "--vary";

    /// <summary>
    /// What is asked for beside the goals: goals without a share to be reached, such as
    /// <c>registered(level commune) within 3d</c>. They become goals of 0% after those of the scenario, in the model
    /// and in its text, so that an engine elsewhere answers them too; journal and hash of the model stay.
    /// </summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Libraries by name, beside those in the program and before them.</summary>
    public IReadOnlyDictionary<string, string>? Libraries { get; init; }

    /// <summary>
    /// What is done to the run beside what the scenario says itself; <c>null</c>: nothing. It becomes part of the
    /// resolved scenario, so that the run can be repeated from that alone.
    /// </summary>
    public InjectFile? Injects { get; init; }

    /// <summary>Whether this is a scenario that was read before, now with what interventions set.</summary>
    internal bool IsSetByIntervention { get; init; }

    /// <summary>How much is read before a file is refused.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Ordinary;
}
