using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads questions upward, what silence means, and who signs instead of the leadership.</summary>
internal static class QuestionReader
{
    // Two or three clarifications are what people who tell of it speak of; no count is known.
    private const int UsualRounds = 3;

    /// <summary>The questions of a kind; <c>null</c> if nothing is said of them.</summary>
    /// <param name="map">As written.</param>
    /// <param name="steps">The steps of the kind.</param>
    /// <param name="draft">Where problems go.</param>
    public static QuestionRule? QuestionsOf(MapNode? map, IReadOnlyList<StepRule> steps, Draft draft)
    {
        if (map is null)
        {
            return null;
        }

        var opinion = map.Probability("opinion");
        if (opinion > 0 && !steps.Any(rule => rule is { Step: Step.Assign, SameServer: false }))
        {
            draft.Problems.Error(
                map["opinion"]!.Place,
                "An opinion is asked for between registering and assigning, and nobody assigns here, or the person "
                    + "who registers keeps the paper.",
                "Give the kind a step 'assign' without 'same-server', or leave 'opinion' out.");
            opinion = 0;
        }

        return new QuestionRule
        {
            Opinion = opinion,
            Silence = SilenceOf(map),
            Returns = map.Probability("returns"),
            AtMost = Math.Clamp(map.Whole("at-most") ?? UsualRounds, 0, QuestionRule.MostRounds),
            PassesUp = map.Probability("passes-up"),
            Refuses = map.Probability("refuses"),
        };
    }

    /// <summary>What silence means; <c>null</c>: nothing.</summary>
    public static SilenceRule? SilenceOf(MapNode? map) => map?["silence"] switch
    {
        ScalarNode scalar => RuleOf(scalar.Text, isRefusal: false),
        MapNode rule => RuleOf(rule.Text("after"), rule.Text("means") == "refusal"),
        _ => null,
    };

    private static SilenceRule? RuleOf(string? after, bool isRefusal) =>
        SpanText.Parse(after ?? "", SpanUnits.Elapsed).Amount?.WholeMinutes(0) is > 0 and var minutes
            ? new SilenceRule(new TickSpan(minutes), isRefusal)
            : null;

    /// <summary>Who signs instead of the leadership; <c>null</c>: nobody.</summary>
    /// <param name="map">As written.</param>
    /// <param name="steps">The steps of the kind.</param>
    /// <param name="draft">Where problems go.</param>
    public static SigningRule? SigningOf(MapNode? map, IReadOnlyList<StepRule> steps, Draft draft)
    {
        if (map is null)
        {
            return null;
        }

        if (!steps.Any(rule => rule is { Step: Step.Sign, SameServer: false })
            || steps.Any(rule => rule is { Step: Step.Issue, SameServer: true }))
        {
            draft.Problems.Error(
                map.Place, "There is no step 'sign' that somebody else could take: it is missing, or one person keeps the paper.",
                "Give the kind a step 'sign' without 'same-server', or leave 'signing' out.");
            return null;
        }

        int upTo = OfficeFormat.Urgencies.ToList().IndexOf(map.Text("up-to") ?? "timed-express");
        return new SigningRule
        {
            ByOrder = map.Probability("by-order"),
            UpTo = upTo < 0 ? Urgency.TimedExpress : (Urgency)upTo,
            ByAuthorisation = map.Probability("by-authorisation"),
            By = map.Text("by") == "clerk" ? Post.Clerk : Post.Staff,
        };
    }
}
