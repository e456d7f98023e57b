using System.Collections.Concurrent;
using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// The models by which bodies act while interventions are in force, each made when it is first asked for. Bodies,
/// directives and all that live state depends on have the same places in each of them.
/// </summary>
internal sealed class Regimes(CompiledModel origin)
{
    private readonly ConcurrentDictionary<string, Lazy<CompiledModel>> made = new(StringComparer.Ordinal);
    private volatile Known? newest;

    /// <summary>The model under interventions that are in force, in the order in which they began.</summary>
    /// <exception cref="ModelException">They cannot be in force together, or change what cannot change in a run.</exception>
    internal CompiledModel Under(ReadOnlySpan<InForce> inForce)
    {
        if (inForce.Length == 0)
        {
            return origin;
        }

        if (newest is { } known && inForce.SequenceEqual(known.InForce))
        {
            return known.Model;
        }

        var key = inForce.ToArray();
        var model = made.GetOrAdd(
            string.Join(';', key.Select(each => $"{each.Intervention}@{each.Since}")),
            _ => new Lazy<CompiledModel>(() => Make(key))).Value;
        newest = new Known(key, model);
        return model;
    }

    private CompiledModel Make(InForce[] inForce)
    {
        var model = ModelCompiler.Compile(RegimeModel.Of(origin, inForce), origin);
        InForce[] changes = [.. inForce.Where(each => origin.Interventions[each.Intervention].Restructures)];
        var isNew = changes.Length == inForce.Length;
        var like = isNew ? Under(changes.AsSpan(..^1)) : Under(changes);
        if (SameShape.Difference(like, model, isNew) is not { } difference)
        {
            model.Organisation = isNew ? Follow(model, like, changes[^1]) : CompiledOrganisation.Of(model, like);
            return model;
        }

        var names = inForce.Select(each => $"'{origin.Interventions[each.Intervention].Source.Id}'");
        var together = inForce.Length > 1 ? " together" : "";
        throw new ModelException($"In force{together}, {string.Join(" and ", names)} would {difference}");
    }

    private CompiledOrganisation Follow(CompiledModel model, CompiledModel last, InForce change)
    {
        var handOver = origin.Interventions[change.Intervention].Source.Acts.OfType<RestructuringAct>()
            .Max(act => act.HandOver.Minutes);
        return CompiledOrganisation.Follow(model, last, change.Since, handOver);
    }

    private sealed record Known(InForce[] InForce, CompiledModel Model);
}
