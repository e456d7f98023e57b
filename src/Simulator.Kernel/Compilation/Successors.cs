using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>Who stands for bodies that are dissolved: who gets their papers, who has their assignments.</summary>
internal sealed class Successors
{
    private readonly int[]?[] heirs;
    private readonly int[]?[] duties;

    private Successors(int[]?[] heirs, int[]?[] duties) => (this.heirs, this.duties) = (heirs, duties);

    /// <summary>The successors in an organisation; <c>null</c>: nobody in it is dissolved.</summary>
    internal static Successors? Of(Body[] bodies, Dictionary<string, int> byId) =>
        !Array.Exists(bodies, body => body.Dissolved is not null) ? null
        : new Successors(
            [.. bodies.Select(body => Places(body, body.Dissolved?.Heirs, byId))],
            [.. bodies.Select(body => Places(body, body.Dissolved?.Duties, byId))]);

    /// <summary>Some bodies in index order, those who get its papers in place of one that is dissolved.</summary>
    internal int[] InPlaceOf(int[] chosen, int issuer) =>
        !Array.Exists(chosen, index => heirs[index] is not null) ? chosen
        : [.. chosen.SelectMany(index => heirs[index] ?? [index]).Where(index => index != issuer).Distinct().Order()];

    /// <summary>Some bodies, those who have its assignments in place of one that is dissolved.</summary>
    internal IEnumerable<int> ChargedWith(IEnumerable<int> named) => named.SelectMany(index => duties[index] ?? [index]);

    /// <summary>Who has the assignments of a body that is dissolved; <c>null</c>: it is not.</summary>
    internal int[]? DutiesOf(int index) => duties[index];

    private static int[]? Places(Body body, IReadOnlyList<string>? ids, Dictionary<string, int> byId) =>
        ids is null ? null
        : [.. ids.Select(id => byId.TryGetValue(id, out var index) ? index
            : throw new ModelException($"The successor '{id}' of '{body.Id}' is not declared."))];
}
