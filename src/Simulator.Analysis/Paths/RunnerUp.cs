using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Paths;

/// <summary>What would have decided next, had the path been shorter.</summary>
/// <param name="Body">Index of the body: whose report it is, or who did it.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Slack">How many minutes later it could have come.</param>
public sealed record RunnerUp(int Body, Entry Entry, int Slack);
