using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads for whom leads wait, who collects reports, and who gets copies for information.</summary>
internal sealed class CoordinationReader(Draft draft, Addressing addressing)
{
    /// <summary>How the lead of an assignment waits; <c>null</c>: it does not.</summary>
    public InputRule? Inputs(MapNode assignment)
    {
        if (assignment.Scalar("wait-for-inputs") is not { } node || node.Text == CoordinationFormat.None)
        {
            return null;
        }

        if (assignment["with"] is null or ListNode { Items.Count: 0 })
        {
            draft.Problems.Error(
                node.Place, "There is nobody whose inputs could be waited for.", "Say under 'with' who coordinates.");
        }

        var limit = node.Text == CoordinationFormat.NoLimit ? null : SpanText.Parse(node.Text, SpanUnits.Elapsed).Amount;
        return new InputRule { AtMost = limit is { } span ? new TickSpan(span.WholeMinutes(0)) : null };
    }

    /// <summary>By level of the issuer of a paper: who collects the reports on it.</summary>
    public Dictionary<string, IReadOnlyList<Selector>> Collectors(MapNode? report)
    {
        var collectors = new Dictionary<string, IReadOnlyList<Selector>>(StringComparer.Ordinal);
        if (report.Map("collected-by") is not { } map)
        {
            return collectors;
        }

        if (report.Map("periodic") is not null)
        {
            draft.Problems.Error(
                map.Place, "Periodic reports go to the issuer of the paper, and cannot be collected by others.",
                "Leave 'periodic' or 'collected-by' out.");
        }

        foreach (var (key, value) in map.Entries)
        {
            if (draft.Known(key, "level", draft.Levels) is not { } level)
            {
                continue;
            }

            var selectors = SelectorReader.Read(value, draft);
            foreach (var (selector, node) in selectors)
            {
                if (addressing.CheckBody(selector, node) && !addressing.Roster.Meets(selector)
                    && !draft.Problems.HasErrors)
                {
                    draft.Problems.Warning(node.Place, "There is no such body to collect reports.");
                }
            }

            collectors[level] = [.. selectors.Select(each => each.Selector)];
        }

        return collectors;
    }

    /// <summary>The copies that are sent.</summary>
    public IReadOnlyList<CopyRule> Copies(MapNode directive, string? from) =>
        [.. directive.Maps("copies").Select(map => Copy(map, from))];

    private CopyRule Copy(MapNode map, string? from)
    {
        var by = addressing.Read(map["by"], from);
        var to = SelectorReader.Read(map["to"], draft);
        foreach (var (selector, node) in to)
        {
            addressing.CheckBody(selector, node);
        }

        return new CopyRule(by, [.. to.Select(each => each.Selector)]);
    }
}
