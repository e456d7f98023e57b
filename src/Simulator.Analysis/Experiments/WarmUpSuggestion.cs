using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Experiments;

/// <summary>
/// The warm-up and the cool-down that a series suggests itself. The numbers of its directives
/// (<see cref="SeriesGoal"/>) are averaged over replications, place by place (Welch 1983, see <see cref="WarmUp"/>). The
/// cool-down is the time within which 95 of a hundred numbers lie: of what is issued later only the quick ones are
/// seen. Before it, MSER-5 (<see cref="Mser"/>) finds the warm-up.
/// </summary>
public sealed record WarmUpSuggestion
{
    /// <summary>The share of numbers that lie within the cool-down; a choice of ours.</summary>
    public const double Seen = 0.95;

    /// <summary>The goal and the series.</summary>
    public required SeriesGoal Goal { get; init; }

    /// <summary>What was found.</summary>
    public required Settling Settling { get; init; }

    /// <summary>How many directives of the series are left out at its beginning and at its end.</summary>
    public required Cut Cut { get; init; }

    /// <summary>Of those before the cool-down: without a number in any replication. They are no part of the series.</summary>
    public required int Open { get; init; }

    /// <summary>The warm-up and the cool-down that leave out just these.</summary>
    public required SeriesWindow Window { get; init; }

    /// <summary>By directive, the mean of its number over the replications that have one, in elapsed days; else NaN.</summary>
    public required IReadOnlyList<double> Averages { get; init; }

    /// <summary>The mean over the directives before the cool-down, in elapsed days.</summary>
    public double MeanWithWarmUp => Means.Mean(Averages.SkipLast(Cut.After));

    /// <summary>The mean over what the cut leaves, in elapsed days.</summary>
    public double Mean => Means.Mean(Cut.From(Averages));

    /// <summary>The suggestion for each goal on a series of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">By replication, the row of <see cref="SeriesReducer"/>.</param>
    public static IReadOnlyList<WarmUpSuggestion> Of(CompiledModel model, IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        var first = 0;
        var suggestions = new List<WarmUpSuggestion>();
        foreach (var goal in SeriesGoal.Of(model))
        {
            suggestions.Add(Of(model, goal, [.. rows.Select(row => row[first..(first + goal.Members.Count)])]));
            first += goal.Members.Count;
        }

        return suggestions;
    }

    private static WarmUpSuggestion Of(CompiledModel model, SeriesGoal goal, IReadOnlyList<double[]> rows)
    {
        int[] issued = [.. goal.Members.Select(root => model.Directives[root].Issued)];
        var coolDown = CoolDownOf(rows);
        var window = new SeriesWindow(TickSpan.Zero, coolDown);
        var after = issued.Count(tick => window.IsAfter(new Tick(tick), new Tick(model.Until)));
        var averages = WarmUp.Averaged(rows);
        int[] judged = [.. Enumerable.Range(0, issued.Length - after).Where(place => !double.IsNaN(averages[place]))];
        var found = Mser.AtStart([.. judged.Select(place => averages[place])]);
        var before = found is { IsSettled: true, Cut.Before: > 0 and var dropped } ? judged[dropped] : 0;
        return new WarmUpSuggestion
        {
            Goal = goal,
            Settling = found is null ? Settling.TooFew : found.IsSettled ? Settling.AfterCut : Settling.Never,
            Cut = new Cut(before, after, issued.Length),
            Open = issued.Length - after - judged.Length,
            Window = new SeriesWindow(
                before == 0 ? TickSpan.Zero : Shortest(issued[before - 1] + 1, issued[before]), after == 0 ? TickSpan.Zero : coolDown),
            Averages = averages,
        };
    }

    /// <summary>Rounded up to days, or to hours where that is under two days.</summary>
    private static TickSpan CoolDownOf(IReadOnlyList<double[]> rows)
    {
        double[] numbers = [.. rows.SelectMany(row => row).Where(number => !double.IsNaN(number)).Order()];
        if (numbers.Length == 0)
        {
            return TickSpan.Zero;
        }

        var days = Sample.Quantile(numbers, Seen);
        return days > 2 ? TickSpan.FromDays((int)Math.Ceiling(days)) : TickSpan.FromHours((int)Math.Ceiling(days * 24));
    }

    /// <summary>The roundest span of so many minutes: whole days, else whole hours, else the most.</summary>
    private static TickSpan Shortest(int least, int most)
    {
        var (days, hours) = ((least + 1439) / 1440, (least + 59) / 60);
        return days * 1440 <= most ? TickSpan.FromDays(days) : hours * 60 <= most ? TickSpan.FromHours(hours) : new TickSpan(most);
    }
}
