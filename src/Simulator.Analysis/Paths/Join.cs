namespace Simulator.Analysis.Paths;

/// <summary>
/// An entry that another one waited for without being its cause: of all that a step waits for, the journal names the
/// last one alone. Both are places in the journal.
/// </summary>
/// <param name="From">What was waited for.</param>
/// <param name="To">What waited.</param>
/// <param name="Gap">How many minutes later it could have come, and the other one been as it was.</param>
internal readonly record struct Join(int From, int To, int Gap);
