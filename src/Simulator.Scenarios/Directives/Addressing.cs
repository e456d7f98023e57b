using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// Holds selectors against the organisation: unknown bodies are errors, a selector that meets nobody is a
/// warning.
/// </summary>
internal sealed class Addressing(Draft draft, Roster roster, Seating seating)
{
    /// <summary>The roster.</summary>
    public Roster Roster => roster;

    /// <summary>The selectors of a value, checked from an issuer.</summary>
    /// <param name="node">One selector or a list.</param>
    /// <param name="issuer">Id of the body that issues; <c>null</c>: not known.</param>
    /// <param name="isOfAssignment">Whether <c>each addressee</c> has a meaning.</param>
    public IReadOnlyList<Selector> Read(Node? node, string? issuer, bool isOfAssignment = false)
    {
        var selectors = SelectorReader.Read(node, draft, isOfAssignment);
        foreach (var (selector, each) in selectors)
        {
            if (CheckBody(selector, each) && issuer is not null && !selector.IsEachAddressee
                && roster.Kinds(selector, issuer) is { Count: 0 })
            {
                Nobody(each, issuer);
            }
        }

        return [.. selectors.Select(each => each.Selector)];
    }

    /// <summary>
    /// Checks the bodies that kinds relay to by name. A kind may relay to those that a scenario has not:
    /// many a kind in a library does.
    /// </summary>
    public void CheckKinds()
    {
        foreach (var (_, value) in draft.Root.Entries("kinds"))
        {
            foreach (var (selector, node) in SelectorReader.Read((value as MapNode)?["relays-to"], draft))
            {
                CheckBody(selector, node);
            }
        }
    }

    /// <summary>Checks that the body or group that a selector names is there.</summary>
    public bool CheckBody(Selector selector, Node node)
    {
        if (selector.Named is not { } name || roster.Knows(name))
        {
            return true;
        }

        var written = node is MapNode map ? map.Scalar("in") : null;
        draft.Problems.Unknown(
            (written ?? node).Place,
            $"There is no body or group '{ScalarNode.Excerpt(name)}'.",
            name,
            seating.Names.Concat(roster.Groups).Distinct(),
            "There are none.");
        return false;
    }

    /// <summary>The body that a value names, or <c>null</c> after an unknown one was reported.</summary>
    public string? Body(ScalarNode? node)
    {
        if (node is null || roster.Has(node.Text))
        {
            return node?.Text;
        }

        if (seating.IsGroup(node.Text))
        {
            draft.Problems.Error(node.Place, $"{node.Description} is a group, and one body is needed here.",
                $"Name one of its members, such as {node.Text}/1.");
        }
        else if (!seating.Seats.ContainsKey(node.Text))
        {
            seating.Unknown(node, "body");
        }

        return null;
    }

    /// <summary>
    /// Warns that a selector meets nobody; not while errors may be the reason that somebody is missing.
    /// </summary>
    public void Nobody(Node node, string issuer)
    {
        if (!draft.Problems.HasErrors)
        {
            draft.Problems.Warning(
                node.Place,
                $"{Words(node)} matches nobody: there is no such body below '{issuer}'.",
                "Check who is under whom, or name another.");
        }
    }

    internal static string Words(Node node) => node is MapNode map
        ? $"'{string.Join(", ", map.Keys.Select(key => $"{key}: {map.Text(key)}"))}'"
        : node.Description;
}
