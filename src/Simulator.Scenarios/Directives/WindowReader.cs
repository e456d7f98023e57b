using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads warm-up and cool-down, and holds them against the run and the series, so that something is left to count.</summary>
internal static class WindowReader
{
    private const string Shorten = $"Shorten '{TimeFormat.WarmUp}' or '{TimeFormat.CoolDown}', or change 'until'.";

    /// <summary>Which directives of a series count.</summary>
    public static SeriesWindow Read(Draft draft, IReadOnlyList<Directive> directives, IReadOnlyList<Goal> goals)
    {
        var window = new SeriesWindow(Span(draft, TimeFormat.WarmUp), Span(draft, TimeFormat.CoolDown));
        ScalarNode[] written =
        [
            .. new[] { TimeFormat.WarmUp, TimeFormat.CoolDown }.Select(draft.Root.Scalar).OfType<ScalarNode>(),
        ];
        if (window != default && draft.KnowsTime && Fits(draft, window, written))
        {
            Check(draft, window, written[0], [.. directives.Where(each => each.Series is not null && each.Issued != Tick.Never)], goals);
        }

        return window;
    }

    private static TickSpan Span(Draft draft, string key) =>
        new(SpanText.Parse(draft.Root.Text(key) ?? "", SpanUnits.Elapsed).Amount?.WholeMinutes(0) ?? 0);

    /// <summary>Whether the run is longer than what is left out of it.</summary>
    private static bool Fits(Draft draft, SeriesWindow window, ScalarNode[] written)
    {
        if ((long)window.WarmUp.Minutes + window.CoolDown.Minutes < draft.Until.Minutes)
        {
            return true;
        }

        var alone = window.WarmUp >= draft.Until ? TimeFormat.WarmUp : window.CoolDown >= draft.Until ? TimeFormat.CoolDown : null;
        var place = alone is null ? written[^1].Place : draft.Root.Scalar(alone)!.Place;
        draft.Problems.Error(place,
            (alone is null ? $"'{TimeFormat.WarmUp}' and '{TimeFormat.CoolDown}' together are" : $"'{alone}' is")
                + $" as long as the scenario, which lasts {draft.Root.Text("until")}, or longer: nothing would count.",
            Shorten);
        return false;
    }

    private static void Check(
        Draft draft, SeriesWindow window, ScalarNode node, List<Directive> members, IReadOnlyList<Goal> goals)
    {
        if (members.Count == 0)
        {
            draft.Problems.Warning(node.Place, "Nothing is issued again and again, so that no directive is left out of any goal.",
                "Leave it out, or give a directive 'every' and 'times'.");
            return;
        }

        var end = new Tick(draft.Until.Minutes);
        if (members.All(each => !window.Counts(each.Issued, end)))
        {
            Empty(draft, window, node, end, $"None of the {members.Count} directives that are issued again and again");
            return;
        }

        foreach (var goal in goals.Where(goal => goal.Directive is not null))
        {
            var (last, asked) = (goal.At ?? end, members.Where(each => each.Series == goal.Directive).ToList());
            if (asked.Any(each => each.Issued <= last) && asked.All(each => !window.Counts(each.Issued, last)))
            {
                Empty(draft, window, node, last, $"For the goal '{goal.Text}' none of the {asked.Count} directives '{goal.Directive}'");
            }
        }
    }

    private static void Empty(Draft draft, SeriesWindow window, ScalarNode node, Tick end, string what)
    {
        var (from, to) = (window.WarmUp.Minutes, end.Value - window.CoolDown.Minutes);
        draft.Problems.Error(node.Place,
            what + (from > to
                ? " counts: the cool-down begins before the warm-up is over."
                : $" counts: it would have to be issued from {draft.Axis.ToCivil(new Tick(from))} to {draft.Axis.ToCivil(new Tick(to))}."),
            Shorten);
    }
}
