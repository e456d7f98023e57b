using System.Globalization;
using Simulator.Analysis.Experiments;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What the series of a cell suggest as warm-up and cool-down.</summary>
internal sealed class WarmUpView(SweepCell cell, IReadOnlyList<WarmUpSuggestion> suggestions, int replications)
{
    private TickSpan WarmUp => new(suggestions.Max(each => each.Window.WarmUp.Minutes));

    private TickSpan CoolDown => new(suggestions.Max(each => each.Window.CoolDown.Minutes));

    internal void Print(IAnsiConsole console)
    {
        console.Line($"{cell.Name} · {replications:N0} replications · seed {cell.Played.Order.Options.Seed}");
        foreach (var each in suggestions)
        {
            console.Line($"  {each.Goal.Goal.Text}");
            foreach (var line in Lines(each))
            {
                console.Line($"    {line}");
            }
        }

        if (suggestions.Count > 1 && Settings(WarmUp, CoolDown) is { Length: > 0 } all)
        {
            console.Line($"  for all of them:{all}");
        }

        console.Line();
    }

    internal object Json() => new
    {
        Cell = cell.Name,
        cell.Variant,
        Settings = cell.Settings.ToDictionary(),
        Replications = replications,
        WarmUp = Text(WarmUp),
        CoolDown = Text(CoolDown),
        Suggestions = suggestions.Select(each => new
        {
            Goal = each.Goal.Goal.Text,
            Series = each.Goal.Goal.Directive,
            Settles = each.Settling switch
            {
                Settling.AfterCut => "after the cut",
                Settling.Never => "never",
                _ => "too few to say",
            },
            Directives = each.Cut.Of,
            First = each.Cut.Before,
            Last = each.Cut.After,
            each.Open,
            WarmUp = Text(each.Window.WarmUp),
            CoolDown = Text(each.Window.CoolDown),
            DaysUntil = Milestone(each),
            MeanOfAllButLast = Figures.Json(each.MeanWithWarmUp),
            Mean = Figures.Json(each.Mean),
        }),
    };

    private IEnumerable<string> Lines(WarmUpSuggestion each)
    {
        var cut = each.Cut;
        yield return each.Settling switch
        {
            Settling.TooFew => $"Of {cut.Of} directives {cut.Of - cut.After - each.Open} have time enough and a number, and it takes "
                + $"{Mser.Fewest} to judge: run longer ('until'), with more of them ('times').",
            Settling.Never => $"The {cut.Of} directives never settle: run longer ('until', 'times'). If that does not help, the "
                + "work does not keep up with what is issued.",
            _ when cut.Before == 0 => $"None of the {cut.Of} directives looks like warm-up.",
            _ => $"The first {cut.Before} of {cut.Of} directives (until {Issued(each, cut.Before - 1)}) look like warm-up:"
                + Settings(each.Window.WarmUp, TickSpan.Zero),
        };
        if (cut.After > 0)
        {
            yield return (cut.After == 1 ? "The last one has" : $"The last {cut.After} have")
                + $" less time than 95 of 100 take:{Settings(TickSpan.Zero, each.Window.CoolDown)}";
        }

        if (each.Open > 0)
        {
            yield return $"In every replication {each.Open} of the others got nowhere near half of the bodies; they are no part of this.";
        }

        if (each.Settling != Settling.TooFew)
        {
            yield return $"Days until half of the bodies have {Milestone(each)}, on average: {Days(each.MeanWithWarmUp)}"
                + (cut.Before > 0 ? $" with the warm-up, {Days(each.Mean)} without" : "");
        }
    }

    private string Issued(WarmUpSuggestion each, int place)
    {
        var model = cell.Played.Order.Model;
        return model.Source.Axis.ToCivil(new Tick(model.Directives[each.Goal.Members[place]].Issued)).ToString().Replace('T', ' ');
    }

    private static string Milestone(WarmUpSuggestion each) => each.Goal.Milestone switch
    {
        GoalMeasure.Reached => "the paper",
        GoalMeasure.Registered => "registered it",
        GoalMeasure.Complied => "complied",
        GoalMeasure.Reported => "their reports in",
        GoalMeasure.TimeToRelay => "relayed it",
        GoalMeasure.Outdated => "worked on an outdated paper",
        _ => "accepted the recall",
    };

    private static string Settings(TickSpan warmUp, TickSpan coolDown) =>
        (warmUp.Minutes > 0 ? $" --set warm-up={Text(warmUp)}" : "") + (coolDown.Minutes > 0 ? $" --set cool-down={Text(coolDown)}" : "");

    private static string Text(TickSpan span) => FormattableString.Invariant(
        span.Minutes % 1440 == 0 ? $"{span.Minutes / 1440}d"
        : span.Minutes % 60 == 0 ? (FormattableString)$"{span.Minutes / 60}h"
        : $"{span.Minutes}m");

    private static string Days(double days) => days.ToString("0.00", CultureInfo.InvariantCulture);
}
