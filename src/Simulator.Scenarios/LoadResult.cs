using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Experiments;
using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios;

/// <summary>What a scenario file came to.</summary>
public sealed record LoadResult
{
    /// <summary>The model; <c>null</c> if there are errors.</summary>
    public Model? Model { get; init; }

    /// <summary>
    /// The scenario as YAML that needs no other file and reads back as the same model; <c>null</c> if
    /// there are errors.
    /// </summary>
    public string? Resolved { get; init; }

    /// <summary>The seed that the scenario names; 1 where it names none.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Everything that was found wrong.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>The names of the variants, in the order declared, without <c>base</c>.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The experiments that the scenario has, in the order declared.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = [];

    /// <summary>
    /// The <see cref="LoadOptions.Measures"/> as goals of this model that want nothing (a share of 0), in their
    /// order.
    /// </summary>
    public IReadOnlyList<Goal> Measures { get; init; } = [];

    /// <summary>By variant that combines others: which, in the order declared.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Combined { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Where each variant is declared, by its name.</summary>
    public IReadOnlyDictionary<string, Place> VariantPlaces { get; init; } = new Dictionary<string, Place>();

    /// <summary>What the scenario says for people.</summary>
    public Labels Labels { get; init; } = new();

    /// <summary>Whether there are errors, and so no model.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);
}
