namespace Simulator.Kernel.Organisation;

/// <summary>
/// A change of the organisation: <see cref="TierRemoval"/>, <see cref="Merger"/> or <see cref="Relocation"/>. Bodies
/// keep their ids in it, and so their draws.
/// </summary>
public abstract record Restructuring
{
    private protected Restructuring()
    {
    }
}
