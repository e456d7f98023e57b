using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class StoppingRuleTests
{
    private static readonly StoppingRule Rule = new(20, 1_000);

    [Fact]
    public void It_looks_after_the_first_and_then_ever_more_rarely()
    {
        var all = new List<int>();
        for (var next = Rule.Next(0); next is { } n; next = Rule.Next(n))
        {
            all.Add(n);
        }

        Assert.Equal([20, 30, 40, 50], all.Take(4));
        Assert.Contains(220, all);
        Assert.Equal(1_000, all[^1]);
        Assert.True(all.Count < 45);
    }

    [Fact]
    public void A_sweep_that_is_extended_looks_where_it_would_have_looked_before()
    {
        var (few, many) = (new StoppingRule(20, 95), new StoppingRule(20, 500));
        Assert.Equal(90, few.Next(80));
        Assert.Equal(95, few.Next(90));
        Assert.Equal(90, many.Next(80));
        Assert.Equal(100, many.Next(95));
        Assert.Null(few.Next(95));
    }

    /// <summary>The half-width is t(n-1) / √n for 1 and -1 in turn, round a mean of 10: under 3% of it from n = 50.</summary>
    [Fact]
    public void It_stops_at_the_first_checkpoint_at_which_all_is_precise()
    {
        Assert.Equal(50, StopsAfter(Alternating(1_000, 0.03)));
        Assert.Equal(20, StopsAfter(Alternating(1_000, 0.5)));
        Assert.Equal(1_000, StopsAfter(Alternating(1_000, 0.5), Alternating(1_000, 0.0001)));
    }

    [Fact]
    public void What_lies_after_a_checkpoint_does_not_move_it()
    {
        Assert.Null(StopsAfter(Alternating(49, 0.03)));
        Assert.Equal(50, StopsAfter(Alternating(50, 0.03)));
        var wild = Alternating(50, 0.03) with { Values = [.. Alternating(50, 0.03).Values, 1e9, -1e9] };
        Assert.Equal(50, StopsAfter(wild));
        Assert.Null(StopsAfter(Alternating(50, 0.03), Alternating(19, 0.5)));
    }

    [Fact]
    public void A_share_that_was_never_missed_goes_on_until_Wilson_is_content()
    {
        var all = new WatchedNumber("goal", [.. Enumerable.Repeat(1.0, 1_000)], true, Precision.Absolute(0.025));
        Assert.Equal(80, StopsAfter(all));
    }

    [Fact]
    public void Replications_without_an_answer_do_not_count_as_precise()
    {
        var rare = new WatchedNumber(
            "reached", [.. Enumerable.Range(0, 1_000).Select(n => n % 50 == 0 ? 7 : double.NaN)], false, Precision.Relative(0.05));
        Assert.Equal(1_000, StopsAfter(rare));
    }

    /// <summary>Where a sweep stops that looks at each checkpoint in turn; <c>null</c>: not with what is there.</summary>
    private static int? StopsAfter(params WatchedNumber[] watched)
    {
        for (var next = Rule.Next(0); next <= watched.Min(each => each.Values.Count); next = Rule.Next(next.Value))
        {
            if (next == Rule.AtMost || Rule.IsPrecise(watched, next.Value))
            {
                return next;
            }
        }

        return null;
    }

    private static WatchedNumber Alternating(int count, double precision) => new(
        "day", [.. Enumerable.Range(0, count).Select(n => n % 2 == 0 ? 11.0 : 9)], false, Precision.Relative(precision));
}
