using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads what a kind says of its other papers, and which paper a post takes up first.</summary>
internal static class LoadReader
{
    /// <summary>The other papers; <c>null</c> if the kind has none.</summary>
    /// <param name="map">What stands under <c>load</c>.</param>
    /// <param name="nominalDay">Working minutes of a working day of the staff.</param>
    public static LoadRule? LoadOf(MapNode? map, int nominalDay) => map is null ? null : new LoadRule
    {
        Incoming = Number(map, "incoming") ?? 0,
        Outgoing = Number(map, "outgoing") ?? 0,
        Settles = map.WorkingLaw("settles", nominalDay),
        Drafts = map.WorkingLaw("drafts", nominalDay),
        Urgent = map.Probability("urgent"),
        Times = Number(map, "times") ?? 1,
        Backlog = map.Whole("backlog") ?? 0,
    };

    /// <summary>The rule of a post, as a word or as a map.</summary>
    public static Attention AttentionOf(Node? node)
    {
        var rule = LoadFormat.Rules.ToList().IndexOf(Rule(node) ?? "");
        return rule < 0 ? Attention.UrgencyFirst : (Attention)rule;
    }

    /// <summary>The list of a post; a rule without one must not say how it is followed.</summary>
    public static PriorityList ListOf(Node? node, Draft draft)
    {
        if (node is not MapNode map)
        {
            return new PriorityList();
        }

        foreach (var key in (string[])["length", "follows"])
        {
            if (map.Scalar(key) is { } value && Rule(node) is { } rule and not "priority-list")
            {
                draft.Problems.Error(
                    value.Place, $"'{key}' is for the rule 'priority-list' only, and the rule is '{rule}'.");
            }
        }

        return new PriorityList
        {
            Length = map.Whole("length"),
            Follows = map.Probability("follows", 1),
        };
    }

    private static string? Rule(Node? node) => node is MapNode map ? map.Text("rule") : (node as ScalarNode)?.Text;

    private static double? Number(MapNode map, string key) => NumberText.Number(map.Text(key) ?? "");
}
