using System.Globalization;
using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Variants beside each other: each outcome as a table, and what it says in words.</summary>
/// <param name="first">The cell that the others are compared with.</param>
/// <param name="comparison">What was found.</param>
/// <param name="all">Every outcome, not the goals alone.</param>
internal sealed class CompareView(CellOrder first, Comparison comparison, bool all) : IView
{
    private IReadOnlyList<OutcomeComparison> Shown =>
        [.. comparison.Outcomes.Where(each => all || each.Outcome.IsGoal || !comparison.Outcomes.Any(other => other.Outcome.IsGoal))];

    public void Print(IAnsiConsole console)
    {
        console.Line(
            $"{first.Order.Model.Source.Scenario} · {comparison.Cells.Count} variants · {comparison.Cells[0].Rows.Count} replications "
            + $"of each on the same draws · seed {first.Order.Options.Seed}");
        console.Line();
        Posts(console);
        var constant = Shown.ToLookup(IsConstant);
        foreach (var outcome in constant[false])
        {
            Outcome(console, outcome);
        }

        if (constant[true].Any())
        {
            console.Line("The same in every replication of every variant");
            foreach (var outcome in constant[true])
            {
                console.Line($"  {outcome.Outcome.Name}  {Text(outcome, outcome.Answers[0].Mean.Value)}");
            }
        }
    }

    public object Json() => new
    {
        Scenario = first.Order.Model.Source.Scenario,
        first.Order.Options.Seed,
        Replications = comparison.Cells[0].Rows.Count,
        comparison.Confidence,
        Variants = comparison.Cells.Select(cell => new { cell.Name, cell.Posts }),
        Outcomes = Shown.Select(each => new
        {
            each.Outcome.Name,
            Unit = each.Outcome.Unit.ToString(),
            Better = each.Outcome.Better.ToString(),
            Answers = each.Answers.Select(answer => new
            {
                Variant = answer.Cell,
                Answered = answer.Mean.Count,
                Mean = Number(answer.Mean.Value),
                Low = Number(answer.Mean.Low),
                High = Number(answer.Mean.High),
                LessFirst = answer.LessFirst is { } less
                    ? new
                    {
                        Mean = Number(less.Difference.Value),
                        Low = Number(less.Difference.Low),
                        High = Number(less.Difference.High),
                        less.Pairs,
                        VarianceRemoved = Number(less.VarianceRemoved),
                    }
                    : null,
            }),
        }),
    };

    /// <summary>Whether there is nothing to compare: one number, or none, everywhere.</summary>
    private static bool IsConstant(OutcomeComparison compared) => compared.Answers.All(answer =>
        answer.Mean.Count is 0 || (answer.Mean.Count == answer.Replications && answer.Mean is { HalfWidth: 0 }))
        && compared.Answers.Select(answer => answer.Mean.Value).Distinct().Count() == 1;

    private void Posts(IAnsiConsole console)
    {
        var before = comparison.Cells[0].Posts;
        if (comparison.Cells.All(cell => cell.Posts == before))
        {
            return;
        }

        var table = Terminal.Table("posts of all bodies", ">", $">less {comparison.Cells[0].Name}");
        foreach (var cell in comparison.Cells)
        {
            table.Row($"  {cell.Name}", $"{cell.Posts:N0}", cell.Posts == before ? "" : $"{cell.Posts - before:+#,0;−#,0}");
        }

        console.Write(table);
        console.Line();
    }

    private void Outcome(IAnsiConsole console, OutcomeComparison compared)
    {
        console.Line(compared.Outcome.Name);
        var table = Terminal.Table(
            "  variant", ">mean", ">95% interval", ">answered", $">less {comparison.Cells[0].Name}", ">95% interval",
            ">pairing removed");
        foreach (var answer in compared.Answers)
        {
            var less = answer.LessFirst;
            table.Row(
                $"  {answer.Cell}", Text(compared, answer.Mean.Value), Interval(compared, answer.Mean),
                $"{answer.Mean.Count} / {answer.Replications}",
                less is null ? "" : Signed(compared, less.Difference.Value),
                less is null ? "" : less.AllEqual ? "always the same" : Interval(compared, less.Difference, signed: true),
                less is null || less.AllEqual || double.IsNaN(less.VarianceRemoved) ? "" : string.Create(
                    CultureInfo.InvariantCulture, $"{less.VarianceRemoved * 100:0} %"));
        }

        console.Write(table);
        console.Line();
    }

    private static string Interval(OutcomeComparison of, Estimate estimate, bool signed = false) => !estimate.HasInterval
        ? "-"
        : signed ? $"{Signed(of, estimate.Low)} .. {Signed(of, estimate.High)}"
        : $"{Text(of, estimate.Low)} .. {Text(of, estimate.High)}";

    private static string Signed(OutcomeComparison of, double value) =>
        double.IsNaN(value) ? "-" : (value > 0 ? "+" : value < 0 ? "−" : "") + Text(of, Math.Abs(value));

    private static string Text(OutcomeComparison of, double value) => double.IsNaN(value) ? "-" : of.Outcome.Unit switch
    {
        OutcomeUnit.Share or OutcomeUnit.YesOrNo => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %"),
        OutcomeUnit.Days => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} d"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:N1}"),
    };

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
