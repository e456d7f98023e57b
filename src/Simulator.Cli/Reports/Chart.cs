namespace Simulator.Cli.Reports;

/// <summary>A picture of numbers: what is drawn, the same in a sentence, and the same in a table.</summary>
/// <param name="Id">What it is called in the page; no other chart of the page is.</param>
/// <param name="Title">What it shows, above it.</param>
/// <param name="InWords">What it shows, in a sentence with the main numbers, for those who cannot see it.</param>
/// <param name="Figure">What is drawn.</param>
/// <param name="Table">The numbers.</param>
internal sealed record Chart(string Id, string Title, string InWords, Figure Figure, DataTable Table) : IBlock;
