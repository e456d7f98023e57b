namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// Where the restated model gets its chance from. A draw is a pure function of what is asked, so that
/// programs that ask in different orders get the same answers. An implementation is a struct, so that a
/// loop generic over it is compiled with the draws inlined.
/// </summary>
internal interface IDraws
{
    /// <summary>
    /// A duration in whole minutes. For <see cref="Slot.Register"/>, <see cref="Slot.Assign"/>,
    /// <see cref="Slot.Draft"/> and <see cref="Slot.OwnWork"/> it may be 0; for a delivery slot, which
    /// belongs to the arrow between <paramref name="body"/> and its superior, it is at least 1.
    /// </summary>
    int Minutes(int body, int directive, int slot);

    /// <summary>Whether the body's own work on the directive, once done, complies with it.</summary>
    bool Complies(int body, int directive);

    /// <summary>Whether the body, not yet reminded, lets its own work rest until it is.</summary>
    bool Stalls(int body, int directive);
}
