using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>The assignments of a directive that exclude some of others, each said on both sides.</summary>
public sealed class CompiledConflicts
{
    private readonly ConflictingAssignment[] pairs;

    private CompiledConflicts(IEnumerable<ConflictingAssignment> pairs)
    {
        this.pairs = [.. pairs.Distinct().OrderBy(pair => pair.Item).ThenBy(pair => pair.Root).ThenBy(pair => pair.OtherItem)];
        Items = this.pairs.Aggregate(0U, (items, pair) => items | 1U << pair.Item);
    }

    /// <summary>The assignments that exclude any: a bit for each.</summary>
    public uint Items { get; }

    /// <summary>Each with each that it excludes, in the order of its place, then of the other's.</summary>
    public ReadOnlySpan<ConflictingAssignment> Pairs => pairs;

    /// <summary>Notes at each directive what its assignments exclude.</summary>
    /// <exception cref="ModelException">One names what is not there, itself, or touches others on its way.</exception>
    internal static void Compile(CompiledDirective[] roots)
    {
        var found = new List<ConflictingAssignment>?[roots.Length];
        for (var root = 0; root < roots.Length; root++)
        {
            var assignments = roots[root].Source.Assignments;
            for (var item = 0; item < assignments.Count; item++)
            {
                foreach (var named in assignments[item].ConflictsWith)
                {
                    var (other, otherItem) = Place(roots, root, named);
                    (found[root] ??= []).Add(new((byte)item, other, (byte)otherItem));
                    (found[other] ??= []).Add(new((byte)otherItem, root, (byte)item));
                }
            }
        }

        for (var root = 0; root < roots.Length; root++)
        {
            if (found[root] is { } pairs)
            {
                roots[root].Conflicts = roots[root].Flight is null
                    ? new CompiledConflicts(pairs)
                    : throw new ModelException(
                        $"'{roots[root].Source.Id}' has assignments that exclude others, and takes the place of another "
                        + "directive, is recalled, or the like: it can do one.");
            }
        }
    }

    internal static bool AreAlike(CompiledConflicts? one, CompiledConflicts? other) =>
        (one?.pairs ?? []).SequenceEqual(other?.pairs ?? []);

    internal void AddTo(ref Hash128 hash)
    {
        hash.Add((int)EntryKind.ConflictFound, pairs.Length);
        foreach (var pair in pairs)
        {
            hash.Add(pair.Item, pair.Root);
            hash.Add((int)pair.OtherItem);
        }
    }

    /// <summary>By body, who stands just above it on any line, or leads it.</summary>
    internal static int[][] Above(Body[] bodies, IReadOnlyDictionary<string, int> indexOf)
    {
        var above = bodies.Select(body => body.Under.Select(under => indexOf[under.Superior]).ToList()).ToArray();
        for (var index = 0; index < bodies.Length; index++)
        {
            foreach (var led in bodies[index].Leads)
            {
                above[indexOf[led]].Add(index);
            }
        }

        return [.. above.Select(each => each.Distinct().Order().ToArray())];
    }

    /// <summary>Whether anybody waits for rulings; then whoever stands above somebody can be asked about any of them.</summary>
    /// <exception cref="ModelException">One that is to wait, and can have two papers, stands under nobody.</exception>
    internal static bool MakeRoomForRulings(
        CompiledDirective[] roots, Body[] bodies, BodyKind[] kindOf, int[][] above, int[] papers)
    {
        if (!kindOf.Any(kind => kind.OnConflict is { Obeys: ConflictChoice.Wait }))
        {
            return false;
        }

        var alone = Enumerable.Range(0, bodies.Length).FirstOrDefault(
            body => kindOf[body].OnConflict is { Obeys: ConflictChoice.Wait } && bodies[body].Under.Count == 0
                && papers[body] > 1,
            -1);
        if (alone >= 0)
        {
            throw new ModelException(
                $"'{bodies[alone].Id}' is to wait for a ruling where two orders exclude each other, and stands under nobody "
                + "who could rule.");
        }

        var count = roots.Count(root => root.Conflicts is not null);
        foreach (var body in above.SelectMany(each => each).Distinct())
        {
            papers[body] += count;
        }

        return true;
    }

    private static (int Root, int Item) Place(CompiledDirective[] roots, int from, AssignmentReference named)
    {
        var root = Array.FindIndex(roots, each => each.Source.Id == named.Directive);
        var item = root < 0 ? -1 : roots[root].Source.Assignments.ToList().FindIndex(each => each.Id == named.Assignment);
        return item < 0
            ? throw new ModelException(
                $"'{roots[from].Source.Id}' conflicts with '{named.Directive}/{named.Assignment}', which is no assignment.")
            : root == from
            ? throw new ModelException($"Assignments of one directive, '{named.Directive}', cannot exclude each other.")
            : (root, item);
    }
}

/// <summary>An assignment that excludes one of another directive.</summary>
/// <param name="Item">Its place in its directive.</param>
/// <param name="Root">The other directive's place in the model.</param>
/// <param name="OtherItem">The other's place in that directive.</param>
public readonly record struct ConflictingAssignment(byte Item, int Root, byte OtherItem);
