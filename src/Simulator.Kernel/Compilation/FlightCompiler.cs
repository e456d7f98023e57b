using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out what directives do to each other; leaves those alone that touch no other.</summary>
internal static class FlightCompiler
{
    internal static void Compile(Model model, CompiledDirective[] roots)
    {
        if (model.Recalls.Count == 0
            && !Array.Exists(roots, root => root.Source.Relation is not null || root.Source.Duplicates > 0))
        {
            return;
        }

        var others = roots.Select(root => OtherOf(root, roots)).ToArray();
        for (var place = 0; place < roots.Length; place++)
        {
            var root = roots[place];
            int[] related = [.. Enumerable.Range(0, roots.Length).Where(each => others[each] == place)];
            var recall = RecallOf(model, root);
            if (related.Length == 0 && recall is null && root.Source is { Relation: null, Duplicates: <= 0 })
            {
                continue;
            }

            var other = others[place] < 0 ? null : roots[others[place]];
            root.Flight = new CompiledFlight(
                root.Source, others[place], recall,
                [.. related.Where(each => Is(roots[each], RelationKind.Supersedes, RelationKind.Replaces))],
                [.. related.Where(each => Is(roots[each], RelationKind.Updates, RelationKind.Updates))])
            {
                NewDue = Changes(root, other, change => change.Due?.Value ?? -1, -1),
                NewTakes = Changes(root, other, change => change.Takes, null),
            };
        }

        foreach (var recall in model.Recalls)
        {
            if (!Array.Exists(roots, root => root.Source.Id == recall.Directive))
            {
                throw new ModelException($"A recall is of '{recall.Directive}', which is no directive.");
            }
        }

        RefuseCircles(roots, others);
    }

    private static bool Is(CompiledDirective root, RelationKind one, RelationKind other) =>
        root.Source.Relation!.Kind == one || root.Source.Relation.Kind == other;

    private static int OtherOf(CompiledDirective root, CompiledDirective[] roots)
    {
        if (root.Source.Relation is not { } relation)
        {
            return -1;
        }

        var other = Array.FindIndex(roots, each => each.Source.Id == relation.Directive);
        if (other < 0)
        {
            throw new ModelException($"'{root.Source.Id}' refers to '{relation.Directive}', which is no directive.");
        }

        if (relation.Kind is RelationKind.Updates or RelationKind.Corrects && root.Source.Assignments.Count > 0)
        {
            throw new ModelException(
                $"'{root.Source.Id}' only changes '{relation.Directive}' and cannot have assignments of its own.");
        }

        return other;
    }

    private static Recall? RecallOf(Model model, CompiledDirective root)
    {
        Recall[] recalls = [.. model.Recalls.Where(recall => recall.Directive == root.Source.Id)];
        return recalls switch
        {
            [] => null,
            [var recall] when recall.At.Value > root.Issued || !root.IsIssued => recall,
            [_] => throw new ModelException($"'{root.Source.Id}' is recalled before it is issued."),
            _ => throw new ModelException($"'{root.Source.Id}' is recalled more than once."),
        };
    }

    private static T[] Changes<T>(
        CompiledDirective root, CompiledDirective? other, Func<AssignmentChange, T> value, T none)
    {
        if (other is null || root.Source.Relation is not { Kind: RelationKind.Updates } relation)
        {
            return [];
        }

        var changes = new T[other.Source.Assignments.Count];
        Array.Fill(changes, none);
        foreach (var change in relation.Changes)
        {
            var item = other.Source.Assignments.ToList().FindIndex(each => each.Id == change.Assignment);
            if (item < 0)
            {
                throw new ModelException(
                    $"'{root.Source.Id}' changes the assignment '{change.Assignment}', which '{other.Source.Id}' has not.");
            }

            changes[item] = value(change);
        }

        return changes;
    }

    private static void RefuseCircles(CompiledDirective[] roots, int[] others)
    {
        for (var place = 0; place < roots.Length; place++)
        {
            var (next, steps) = (others[place], 0);
            while (next >= 0 && next != place && steps++ < roots.Length)
            {
                next = others[next];
            }

            if (next == place)
            {
                throw new ModelException($"'{roots[place].Source.Id}' refers, through others, to itself.");
            }
        }
    }
}
