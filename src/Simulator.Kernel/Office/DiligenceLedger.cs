using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// How diligent the bodies of a slab were when something last lifted them: the level, in millionths, and
/// the tick. Made only where some body's diligence is not always full.
/// </summary>
internal sealed class DiligenceLedger
{
    private readonly int first;
    private readonly (int Level, int Since)[] anchors;

    private DiligenceLedger(CompiledModel model, int first, int count)
    {
        this.first = first;
        anchors = new (int, int)[count];
        for (var place = 0; place < count; place++)
        {
            anchors[place].Level = Of(model, first + place)?.Start ?? CompiledDiligence.Full;
        }
    }

    /// <summary>A ledger for some bodies; <c>null</c> if none of them needs one.</summary>
    internal static DiligenceLedger? For(CompiledModel model, int first, int count)
    {
        for (var place = 0; place < count; place++)
        {
            if (Of(model, first + place) is not null)
            {
                return new DiligenceLedger(model, first, count);
            }
        }

        return null;
    }

    /// <summary>Bytes of the ledger.</summary>
    internal long Bytes => (long)anchors.Length * sizeof(long);

    /// <summary>The level of a body now.</summary>
    internal int LevelOf(CompiledDiligence rule, int body, int now)
    {
        var (level, since) = anchors[body - first];
        return rule.After(level, now - since);
    }

    /// <summary>From now on a body's level slackens from here.</summary>
    internal void Set(int body, int level, int now) => anchors[body - first] = (level, now);

    private static CompiledDiligence? Of(CompiledModel model, int body) =>
        model.ConductTable[model.Facts[body].Conduct].Diligence;
}
