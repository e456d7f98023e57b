namespace Simulator.Scenarios.Experiments;

/// <summary>An experiment that a scenario has: what is played, how often, and what is asked of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Variants">The variants it is made in; none: the scenario as it stands.</param>
/// <param name="Factors">What is varied.</param>
/// <param name="Design">Which combinations are played.</param>
public sealed record Experiment(
    string Name, IReadOnlyList<string> Variants, IReadOnlyList<Factor> Factors, Design Design)
{
    /// <summary>Runs of each cell; <c>null</c>: as the command says.</summary>
    public int? Replications { get; init; }

    /// <summary>The half-width wanted, as a share; <c>null</c>: none.</summary>
    public double? Precision { get; init; }

    /// <summary>The most runs of each cell for the precision; <c>null</c>: as the command says.</summary>
    public int? AtMost { get; init; }

    /// <summary>What is asked beside the goals, for <see cref="LoadOptions.Measures"/>.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>What its author says of it; empty: nothing.</summary>
    public string About { get; init; } = "";

    /// <summary>Its cells. They can be laid out: that was tried when the scenario was read.</summary>
    public Layout LayOut() => Design.LayOut(Variants, Factors).Layout
        ?? throw new InvalidOperationException($"The experiment '{Name}' was not read from a sound scenario.");
}
