using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads which assignments exclude each other, and whom a kind obeys then.</summary>
internal sealed class ConflictReader(Draft draft, IReadOnlyList<Directive> directives, IReadOnlyList<Recall> recalls)
{
    /// <summary>Whom a kind obeys; <c>null</c>: it does both.</summary>
    public static ConflictRule? RuleOf(ScalarNode? node, Draft draft) => node?.Text switch
    {
        null or LinesFormat.DoesBoth => null,
        LinesFormat.Wait => new ConflictRule { Obeys = ConflictChoice.Wait },
        _ => ChoiceOf(node, draft, LinesFormat.Wait, LinesFormat.DoesBoth),
    };

    /// <summary>For which of two it rules; <c>null</c>: for the newest.</summary>
    public static ConflictRule? RulingOf(ScalarNode? node, Draft draft) => node is null ? null : ChoiceOf(node, draft);

    private static ConflictRule? ChoiceOf(ScalarNode node, Draft draft, params string[] others)
    {
        var words = LinesFormat.Choices.Select(each => each.Word);
        return words.Contains(node.Text)
            ? new ConflictRule { Obeys = LinesFormat.Choices.First(each => each.Word == node.Text).Choice }
            : draft.Known(node, "choice or line", words.Concat(others).Concat(draft.Lines)) is { } line
            ? new ConflictRule { Obeys = ConflictChoice.Line, Line = line }
            : null;
    }

    /// <summary>The directives once more, with what their assignments exclude.</summary>
    public IReadOnlyList<Directive> Relate() =>
    [
        .. directives.Zip(draft.Root.Maps("directives"), (directive, map) => directive with
        {
            Assignments =
            [
                .. directive.Assignments.Zip(
                    map.Maps("assignments"),
                    (assignment, each) => assignment with { ConflictsWith = [.. Named(each, directive)] }),
            ],
        }),
    ];

    private IEnumerable<AssignmentReference> Named(MapNode assignment, Directive directive)
    {
        foreach (var node in (assignment["conflicts-with"] as ListNode)?.Items.OfType<ScalarNode>() ?? [])
        {
            if (node.Text.Split('/') is not [var id, var item] || id.Length == 0 || item.Length == 0)
            {
                continue; // the format has said so
            }

            var other = directives.FirstOrDefault(each => each.Id == id);
            if (other is null || other.Assignments.All(each => each.Id != item))
            {
                draft.Problems.Unknown(
                    node.Place, $"There is no assignment {node.Description}.", node.Text,
                    directives.SelectMany(each => each.Assignments.Select(own => $"{each.Id}/{own.Id}")), "There are none.");
            }
            else if (other == directive)
            {
                draft.Problems.Error(
                    node.Place, $"'{id}' is the directive itself: what one paper asks for can all be done.",
                    "Name an assignment of another directive.");
            }
            else if ((Otherwise(directive) ?? Otherwise(other)) is { } why)
            {
                draft.Problems.Error(
                    node.Place, $"{why}, and what becomes of it is settled by that.", "Leave 'conflicts-with' out.");
            }
            else
            {
                yield return new AssignmentReference(id, item);
            }
        }
    }

    /// <summary>What else decides whether a directive is carried out; <c>null</c>: nothing.</summary>
    private string? Otherwise(Directive directive) =>
        directive.Relation is { } relation ? $"'{directive.Id}' refers to '{relation.Directive}' or takes its place"
        : directives.FirstOrDefault(each => each.Relation?.Directive == directive.Id) is { } newer
            ? $"'{newer.Id}' refers to '{directive.Id}' or takes its place"
        : recalls.Any(each => each.Directive == directive.Id) ? $"'{directive.Id}' is recalled"
        : directive.Duplicates > 0 ? $"'{directive.Id}' comes to some twice"
        : null;
}
