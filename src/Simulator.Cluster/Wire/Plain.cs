namespace Simulator.Cluster.Wire;

/// <summary>
/// Plain values of the kernel side by side (entries, papers, wake-ups), as they cross between silos: their
/// bytes as they are in memory. Whoever holds one leaves the array as it is, so that it is never copied
/// between grains of one silo.
/// </summary>
/// <typeparam name="T">A struct of plain fields, whose size is sent along and checked.</typeparam>
[Immutable, Alias("simulator.plain.v1`1")]
internal readonly struct Plain<T>(T[] items)
    where T : unmanaged
{
    private readonly T[]? items = items;

    /// <summary>The values.</summary>
    public T[] Items => items ?? [];

    /// <summary>How many there are.</summary>
    public int Count => items?.Length ?? 0;

    /// <summary>The values, to be read in place.</summary>
    public ReadOnlySpan<T> Span => items;

    /// <summary>The values as they may be sent.</summary>
    public static implicit operator Plain<T>(T[] items) => new(items);
}
