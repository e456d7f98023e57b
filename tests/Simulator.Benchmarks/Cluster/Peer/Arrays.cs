namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>Arrays of plain values that nobody reads.</summary>
internal static class Arrays
{
    public static T[] New<T>(int length) => length == 0 ? [] : new T[length];
}
