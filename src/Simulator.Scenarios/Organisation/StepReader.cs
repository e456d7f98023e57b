using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads the steps of one kind of body.</summary>
/// <param name="draft">The draft.</param>
/// <param name="office">The clerk, the leadership and the staff of the kind.</param>
internal sealed class StepReader(Draft draft, Resource[] office)
{
    // Steps that follow one another on one desk; within a row one person can keep the paper.
    private static readonly Step[][] _rows =
    [
        [Step.Register, Step.Assign, Step.Draft, Step.Sign, Step.Issue],
        [Step.Compile, Step.SignReport, Step.IssueReport],
        [Step.CompileFigures, Step.SignFigures, Step.IssueFigures],
        [Step.RegisterQuestion, Step.Decide],
        [Step.Contribute, Step.IssueInput],
    ];

    /// <summary>The steps, in the order of office procedure.</summary>
    public IReadOnlyList<StepRule> Read(MapNode? steps)
    {
        var rules = new List<StepRule>();
        foreach (var (name, step, _) in OfficeFormat.Steps)
        {
            if (steps.Map(name) is { } map)
            {
                var rule = Rule(name, step, map);
                CheckServer(rule, rules, map);
                rules.Add(rule);
            }
        }

        return rules;
    }

    private StepRule Rule(string name, Step step, MapNode map)
    {
        int post = OfficeFormat.Posts.ToList().IndexOf(map.Text("by") ?? "nobody");
        var by = post < 0 ? (Post?)null : (Post)post;
        int nominalDay = by is { } server ? draft.NominalDay(office[(int)server].Calendar) : 0;
        var perAddressee = SpanText.Parse(map.Text("per-addressee") ?? "", SpanUnits.Working).Amount;
        if (step != Step.Issue && map.Scalar("per-addressee") is { } per)
        {
            draft.Problems.Error(per.Place,
                $"'{name}' has no addressees; 'per-addressee' is for 'issue' only.");
        }

        return new DeskReader(draft).WithHours(map, new StepRule
        {
            Step = step,
            By = by,
            Takes = step == Step.CarryOut ? Refused(map) : Takes(name, map, by is null, nominalDay),
            PerAddressee = perAddressee?.In(nominalDay) ?? 0,
            SameServer = map.IsTrue("same-server"),
        });
    }

    private List<Distribution> Refused(MapNode map)
    {
        if (map["takes"] is { } takes)
        {
            draft.Problems.Error(
                takes.Place, "'carry-out' takes as long as the assignment says.", "Leave 'takes' out here.");
        }

        return [Distribution.Constant(0)];
    }

    private List<Distribution> Takes(string name, MapNode map, bool isElapsed, int nominalDay)
    {
        switch (map["takes"])
        {
            case ScalarNode single:
                return Law(single, isElapsed, nominalDay) is { } law ? [law] : [Distribution.Constant(0)];
            case MapNode byUrgency:
                var laws = new List<Distribution>();
                foreach (string urgency in OfficeFormat.Urgencies)
                {
                    var own = byUrgency.Scalar(urgency) is { } value ? Law(value, isElapsed, nominalDay)
                        : null;
                    laws.Add(own ?? (laws.Count > 0 ? laws[^1] : Distribution.Constant(0)));
                }

                return laws;
            default:
                draft.Problems.Error(map.Place, $"The step '{name}' does not say how long it takes.",
                    "Write takes: 10wm");
                return [Distribution.Constant(0)];
        }
    }

    private Distribution? Law(ScalarNode node, bool isElapsed, int nominalDay)
    {
        var (form, problem) =
            DistributionText.Parse(node.Text, isElapsed ? SpanUnits.Elapsed : SpanUnits.Working);
        if (form is null && DistributionText.Parse(node.Text, SpanUnits.Either).Form is not null)
        {
            string why = isElapsed ? "Nobody does this step" : "This step is done by people";
            draft.Problems.Error(node.Place, $"{why}, and {problem}");
        }

        return form?.In(nominalDay).Distribution;
    }

    private void CheckServer(StepRule rule, List<StepRule> before, MapNode map)
    {
        if (!rule.SameServer)
        {
            return;
        }

        var row = Array.Find(_rows, each => each.Contains(rule.Step)) ?? [];
        var last = before.LastOrDefault(each => row.Contains(each.Step));
        if (last is null || last.By != rule.By || rule.By is null)
        {
            draft.Problems.Error(
                map.Scalar("same-server")!.Place,
                "The same server can keep the paper only if the same post does the step before.",
                last is null
                    ? "No step comes before this one."
                    : $"The step before is '{NameOf(last.Step)}'.");
        }
    }

    private static string NameOf(Step step) => OfficeFormat.Steps.First(each => each.Step == step).Name;
}
