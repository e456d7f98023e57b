namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>What was written.</summary>
/// <param name="Families">Families of metrics.</param>
/// <param name="Series">Series; each bucket of a histogram is one.</param>
/// <param name="Samples">Samples.</param>
/// <param name="Begins">Seconds since 1970 at the start of the run.</param>
/// <param name="Ends">Seconds since 1970 at its end.</param>
public sealed record RunMetricsSummary(int Families, long Series, long Samples, long Begins, long Ends);
