using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads which assignments exclude each other, and whom a kind obeys then.</summary>
internal sealed class ConflictReader(Draft draft, IReadOnlyList<Directive> directives)
{
    private const string None = "none";

    private const string Wait = "wait";

    private static readonly string[] Choices = ["nearer", "first", "newest", Wait, None];

    /// <summary>Whom a kind obeys; <c>null</c>: it does both.</summary>
    public static ConflictRule? RuleOf(ScalarNode? node, Draft draft) => node?.Text switch
    {
        null or None => null,
        Wait => new ConflictRule { Obeys = ConflictChoice.Wait },
        _ => ChoiceOf(node, draft, Choices),
    };

    /// <summary>For which of two it rules; <c>null</c>: for the newest.</summary>
    public static ConflictRule? RulingOf(ScalarNode? node, Draft draft) =>
        node is null ? null : ChoiceOf(node, draft, Choices[..3]);

    private static ConflictRule? ChoiceOf(ScalarNode node, Draft draft, string[] choices) => node.Text switch
    {
        "nearer" => new ConflictRule { Obeys = ConflictChoice.Nearer },
        "first" => new ConflictRule { Obeys = ConflictChoice.First },
        "newest" => new ConflictRule { Obeys = ConflictChoice.Newest },
        _ => draft.Known(node, "choice or line", choices.Concat(draft.Lines)) is { } line
            ? new ConflictRule { Obeys = ConflictChoice.Line, Line = line }
            : null,
    };

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
            else if (directive.Relation is not null || other.Relation is not null)
            {
                draft.Problems.Error(
                    node.Place, "One of the two directives takes the place of another, or changes it, and has its way by that.",
                    "Leave 'conflicts-with' out.");
            }
            else
            {
                yield return new AssignmentReference(id, item);
            }
        }
    }
}
