using System.Globalization;
using Simulator.Analysis.Experiments;
using Simulator.Cli.Sweeps;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Variants beside each other: each outcome as a table, and what it says in words.</summary>
/// <param name="first">The cell that the others are compared with.</param>
/// <param name="comparison">What was found.</param>
internal sealed class CompareView(CellOrder first, Comparison comparison) : IView
{
    private string First => comparison.Cells[0].Name;

    public void Print(IAnsiConsole console)
    {
        console.Line(
            $"{first.Order.Model.Source.Scenario} · {comparison.Cells.Count} variants · {comparison.Cells[0].Rows.Count} replications "
            + $"of each on the same draws · seed {first.Order.Options.Seed}");
        console.Line();
        new CompareOverview(comparison).Print(console);
        Posts(console);
        foreach (var outcome in comparison.Outcomes.Where(each => !each.IsConstant))
        {
            Table(console, outcome);
            foreach (var sentence in new CompareWords(comparison, outcome).Sentences())
            {
                console.Line($"  {sentence}");
            }

            console.Line();
        }

        Constants(console);
        if (comparison.Comparisons > 0)
        {
            console.Line(
                $"Better, worse and not told apart are said at {comparison.Confidence * 100:0} % for all {comparison.Comparisons} "
                + "differences together (Holm); each interval holds by itself.");
        }
    }

    public object Json() => new
    {
        Scenario = first.Order.Model.Source.Scenario,
        first.Order.Options.Seed,
        Replications = comparison.Cells[0].Rows.Count,
        comparison.Confidence,
        comparison.Comparisons,
        Variants = comparison.Cells.Select(cell => new { cell.Name, cell.Posts, LessFirst = cell.Posts - comparison.Cells[0].Posts }),
        Alike = AlikeCells.Among(comparison.Cells),
        Outcomes = comparison.Outcomes.Select(each => new
        {
            each.Outcome.Name,
            Unit = SweepTables.Words(each.Outcome.Unit),
            Better = each.Outcome.Better.ToString().ToLowerInvariant(),
            Answers = each.Answers.Select(Json),
            Combinations = each.Combinations.Select(combination => new
            {
                Variant = combination.Cell,
                combination.Parts,
                Alone = combination.Alone.Select(SweepJson.Of),
                Together = SweepJson.Of(combination.Together),
                Interaction = SweepJson.Of(combination.Beyond),
            }),
            InWords = each.IsConstant ? [] : new CompareWords(comparison, each).Sentences(),
        }),
    };

    private object Json(CellAnswer answer) => new
    {
        Variant = answer.Cell,
        Answered = answer.Mean.Count,
        Mean = Figures.Json(answer.Mean.Value),
        Low = Figures.Json(answer.Mean.Low),
        High = Figures.Json(answer.Mean.High),
        Verdict = answer.Verdict.ToString(),
        LessFirst = answer.LessFirst is { } less
            ? new
            {
                Mean = Figures.Json(less.Difference.Value),
                Low = Figures.Json(less.Difference.Low),
                High = Figures.Json(less.Difference.High),
                less.Pairs,
                VarianceRemoved = Figures.Json(less.VarianceRemoved),
                RunsToTell = answer.Verdict == Verdict.NotToldApart ? CompareWords.RunsToTell(less, comparison) : null,
            }
            : null,
    };

    private void Posts(IAnsiConsole console)
    {
        var before = comparison.Cells[0].Posts;
        if (comparison.Cells.All(cell => cell.Posts == before))
        {
            return;
        }

        var table = Terminal.Table("people on all posts", ">", $">less {First}");
        foreach (var cell in comparison.Cells)
        {
            table.Row(
                $"  {cell.Name}", $"{cell.Posts:N0}", cell.Posts == before ? "" : $"{cell.Posts - before:+#,0;−#,0}");
        }

        console.Wide(table);
        console.Line();
    }

    private void Table(IAnsiConsole console, OutcomeComparison compared)
    {
        console.Line(compared.Outcome.Name);
        var table = Terminal.Table(
            "  variant", ">mean", ">95% interval", ">answered", $">less {First}", ">95% interval", ">pairing removed");
        foreach (var answer in compared.Answers)
        {
            var less = answer.LessFirst;
            table.Row(
                $"  {answer.Cell}", Figures.Text(compared.Outcome, answer.Mean.Value), Figures.Interval(compared.Outcome, answer.Mean),
                $"{answer.Mean.Count} / {answer.Replications}",
                less is null ? "" : Figures.Signed(compared.Outcome, less.Difference.Value),
                less is null ? "" : less.AllEqual ? "always the same" : Figures.SignedInterval(compared.Outcome, less.Difference),
                less is null || less.AllEqual || double.IsNaN(less.VarianceRemoved) ? "" : string.Create(
                    CultureInfo.InvariantCulture, $"{Math.Round(less.VarianceRemoved * 100) + 0.0:0;−0;0} %"));
        }

        console.Wide(table);
    }

    private void Constants(IAnsiConsole console)
    {
        var constants = comparison.Outcomes.Where(each => each.IsConstant).ToList();
        if (constants.Count == 0)
        {
            return;
        }

        console.Line("The same in every replication of every variant");
        foreach (var constant in constants)
        {
            console.Line($"  {constant.Outcome.Name}  {Figures.Text(constant.Outcome, constant.Answers[0].Mean.Value)}");
        }

        console.Line();
    }
}
