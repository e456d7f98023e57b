namespace Simulator.Cli.Reports;

/// <summary>The few numbers that one looks for first.</summary>
/// <param name="Figures">Each with what it counts and, in few words, of what.</param>
internal sealed record KeyFigures(IReadOnlyList<KeyFigure> Figures) : IBlock;

/// <summary>One of them.</summary>
/// <param name="What">What it counts.</param>
/// <param name="Value">The number.</param>
/// <param name="Beside">What stands beside it in small letters; empty: nothing.</param>
internal sealed record KeyFigure(string What, string Value, string Beside);
