namespace Simulator.Benchmarks.Cluster;

/// <summary>What goes to a body and what comes of it in one round: only how much.</summary>
internal readonly record struct CallShape(
    int Body, ushort WakeUps, ushort Papers, ushort Entries, ushort PapersOut, ushort WakeUpsOut);
