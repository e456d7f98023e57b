using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads selectors and holds the levels, kinds and lines in them against those there are.</summary>
internal static class SelectorReader
{
    /// <summary>The selectors of a value, each with the place where it is written.</summary>
    /// <param name="node">One selector or a list of them.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="isOfAssignment">Whether <c>each addressee</c> has a meaning.</param>
    public static IReadOnlyList<(Selector Selector, Node Node)> Read(Node? node, Draft draft,
        bool isOfAssignment = false)
    {
        var nodes = node is ListNode list ? list.Items : node is null ? [] : [node];
        var selectors = new List<(Selector, Node)>();
        foreach (var each in nodes)
        {
            if (Selector(each) is not { } selector)
            {
                continue;
            }

            if (selector.IsEachAddressee && !isOfAssignment)
            {
                draft.Problems.Error(
                    each.Place, "'each addressee' has a meaning only for those who carry out an assignment.");
            }
            else if (selector.Named is not null && (selector.Direct || selector.Led))
            {
                draft.Problems.Error(
                    each.Place,
                    "'in' names bodies wherever they stand, and 'among' those next to the issuer.",
                    "Leave one of them out.");
            }
            else if (CheckNames(selector, each, draft))
            {
                selectors.Add((selector, each));
            }
        }

        return selectors;
    }

    private static Selector? Selector(Node node) => node switch
    {
        ScalarNode { IsNull: false } scalar => SelectorText.Parse(scalar.Text).Selector,
        MapNode map => new Selector
        {
            Level = map.Text("level"),
            Kind = map.Text("kind"),
            Line = map.Text("line"),
            Named = map.Text("in"),
            Direct = map.Text("among") == "subordinates",
            Led = map.Text("among") == "led",
        },
        _ => null,
    };

    /// <summary>Reports names in a selector that there are not.</summary>
    public static bool CheckNames(Selector selector, Node node, Draft draft)
    {
        var map = node as MapNode;
        return Known(selector.Level, map.Scalar("level"), "level", draft.Levels)
            & Known(selector.Kind, map.Scalar("kind"), "kind", draft.NamesOf("kinds"))
            & Known(selector.Line, map.Scalar("line"), "line", draft.Lines);

        bool Known(string? name, ScalarNode? own, string what, IEnumerable<string> valid) =>
            name is null || draft.Known(new ScalarNode((own ?? node).Place, name), what, valid) is not null;
    }
}
