using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the assignments of one directive.</summary>
internal sealed class AssignmentReader(Draft draft, Addressing addressing, Moments moments)
{
    /// <summary>The assignments of a directive.</summary>
    /// <param name="directive">The directive as written.</param>
    /// <param name="from">Its issuer; <c>null</c>: not known.</param>
    /// <param name="to">Whom it is addressed to.</param>
    /// <param name="issued">When it is issued; <c>null</c>: not known.</param>
    public IReadOnlyList<Assignment> Read(
        MapNode directive, Body? from, IReadOnlyList<Selector> to, Tick? issued)
    {
        var assignments = new List<Assignment>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in directive.Maps("assignments"))
        {
            if (map.Scalar("id") is { } id && !ids.Add(id.Text))
            {
                draft.Problems.Error(id.Place, $"There is an assignment {id.Description} already.",
                    "Ids are there once.");
            }

            assignments.Add(ReadOne(map, from, to, issued));
        }

        return assignments;
    }

    private Assignment ReadOne(MapNode map, Body? from, IReadOnlyList<Selector> to, Tick? issued)
    {
        var by = By(map, from);
        var kind = from is null ? null : draft.Kinds[from.Kind];
        return new Assignment
        {
            Id = map.Text("id") ?? "",
            Do = Draft.TextOf(map["do"]),
            By = by,
            With = addressing.Read(map["with"], from?.Id, isOfAssignment: true),
            Inputs = new CoordinationReader(draft, addressing).Inputs(map),
            Takes = Takes(map.Scalar("takes"), by, to, from),
            Due = moments.Due(map.Scalar("due"), issued, kind),
            NeedsApproval = map.Text("approval") == "required" || map.Map("approval") is not null,
            Silence = QuestionReader.SilenceOf(map.Map("approval")),
            PromptReport = map.Text("report") == "prompt",
            Strength = map.Probability("strength", 1),
            IsVague = map.IsTrue("vague"),
            AddedBy = addressing.Read(map["added-by"], from?.Id, isOfAssignment: true),
            Mood = map.Text("mood") switch { "order" => Mood.Order, "request" => Mood.Request, _ => null },
        };
    }

    private IReadOnlyList<Selector> By(MapNode map, Body? from)
    {
        var by = map["by"];
        var lead = map["lead"];
        if ((by is null) == (lead is null))
        {
            draft.Problems.Error(
                map.Place,
                by is null
                    ? "The assignment does not say who carries it out."
                    : "The assignment has both 'by' and 'lead', which mean the same.",
                "Write by: each addressee, or another selector.");
        }

        return addressing.Read(by ?? lead, from?.Id, isOfAssignment: true);
    }

    /// <summary>How long an assignment takes those who carry it out.</summary>
    /// <param name="node">As written; <c>null</c>: no time.</param>
    /// <param name="by">Who carries it out.</param>
    /// <param name="to">Whom the directive is addressed to.</param>
    /// <param name="from">Its issuer; <c>null</c>: not known.</param>
    public Distribution Takes(
        ScalarNode? node, IReadOnlyList<Selector> by, IReadOnlyList<Selector> to, Body? from)
    {
        var form = node is null ? null : DistributionText.Parse(node.Text, SpanUnits.Working).Form;
        if (form is null)
        {
            return Distribution.Constant(0);
        }

        var days = form.UsesWorkingDays ? NominalDays(by, to, from) : [];
        if (days.Select(day => day.Minutes).Distinct().Count() > 1)
        {
            string lengths = string.Join(", ", days.Select(day =>
                FormattableString.Invariant($"{day.Minutes / 60.0:0.##}h for {day.Kind}")));
            draft.Problems.Error(
                node!.Place,
                $"A working day (wd) is not the same for all who carry it out: {lengths}.",
                "Write working hours (wh) instead.");
        }

        return form.In(days.Select(day => day.Minutes).FirstOrDefault(480)).Distribution
            ?? Distribution.Constant(0);
    }

    private List<(string Kind, int Minutes)> NominalDays(
        IReadOnlyList<Selector> by, IReadOnlyList<Selector> to, Body? from)
    {
        var kinds = by.SelectMany(selector => selector.IsEachAddressee ? to : [selector])
            .SelectMany(selector => from is null ? [] : addressing.Roster.Kinds(selector, from.Id) ?? [])
            .ToHashSet(StringComparer.Ordinal);
        if (kinds.Count == 0 && from is not null)
        {
            kinds.Add(from.Kind);
        }

        return [.. kinds.Order(StringComparer.Ordinal)
            .Select(kind => (kind, draft.NominalDay(draft.Kinds[kind].Staff.Calendar)))
            .DistinctBy(day => day.Item2)];
    }
}
