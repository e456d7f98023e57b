using Orleans.Serialization.Cloning;

namespace Simulator.Cluster.Wire;

/// <summary>Copies nothing: the values are never changed.</summary>
/// <typeparam name="T">A struct of plain fields.</typeparam>
[RegisterCopier]
internal sealed class PlainCopier<T> : ShallowCopier<Plain<T>>
    where T : unmanaged;
