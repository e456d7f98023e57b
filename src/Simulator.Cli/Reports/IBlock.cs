namespace Simulator.Cli.Reports;

/// <summary>A piece of a section of a report. What it says is settled; how it looks is the page's.</summary>
internal interface IBlock;
