namespace Simulator.Cli.Reports;

/// <summary>Text, a sentence or two in a row.</summary>
/// <param name="Texts">The sentences.</param>
internal sealed record Sentences(params IReadOnlyList<string> Texts) : IBlock;
