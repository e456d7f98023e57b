using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Paths;

/// <summary>How many minutes later a paper could have arrived.</summary>
/// <param name="Arrival">Its arrival.</param>
/// <param name="From">Index of the body that sent it.</param>
/// <param name="To">Index of the body at which it arrived.</param>
/// <param name="Minutes">Minutes; <c>null</c>: the end did not wait for it.</param>
/// <param name="IsOnPath">Whether the path runs through its arrival.</param>
public sealed record PaperSlack(Entry Arrival, int From, int To, int? Minutes, bool IsOnPath);
