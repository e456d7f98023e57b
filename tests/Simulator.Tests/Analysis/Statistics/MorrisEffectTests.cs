using Simulator.Analysis.Statistics;
using Simulator.Scenarios.Experiments;

namespace Simulator.Tests.Analysis.Statistics;

/// <summary>
/// The trajectories that an experiment lays out, with the functions whose factors are known: that of Morris
/// (Technometrics 33, 1991, section 5) and that of Ishigami and Homma (1990).
/// </summary>
public sealed class MorrisEffectTests
{
    /// <summary>
    /// Of Morris's twenty factors the first ten matter; of these 8, 9 and 10 act alone and in a straight line,
    /// so that their effects hardly vary, and the first seven with others or in curves.
    /// </summary>
    [Fact]
    public void Ten_of_Morris_s_twenty_factors_matter_and_three_of_them_act_alone()
    {
        var effects = Effects(20, 50, MorrisFunction);
        var first = effects.OrderByDescending(each => each.MeanOfAbsolutes).Take(10).Select(each => each.Factor);
        Assert.Equal(Enumerable.Range(0, 10), first.Order());
        Assert.All(effects.Skip(7).Take(3), each => Assert.InRange(each.Mean, 36, 44));
        Assert.All(effects.Skip(7).Take(3), each => Assert.InRange(each.Deviation, 0, 10));
        Assert.All(effects.Take(7), each => Assert.True(each.Deviation > 15, $"{each}"));
        Assert.All(effects.Skip(10), each => Assert.InRange(each.MeanOfAbsolutes, 0, 8));
        Assert.All(effects, each => Assert.Equal(50, each.Count));
    }

    /// <summary>
    /// sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on four levels of -π to π. By hand μ* is 7.704, 7.875 and 6.249; the
    /// effect of the second factor is the same one way and the other, so that its μ is near zero; the third acts
    /// only by the first.
    /// </summary>
    [Fact]
    public void Effects_that_cancel_out_are_seen_in_their_absolute_values()
    {
        var effects = Effects(3, 400, at => Ishigami(at));
        Assert.InRange(effects[0].MeanOfAbsolutes, 7.704 - 0.9, 7.704 + 0.9);
        Assert.InRange(effects[2].MeanOfAbsolutes, 6.249 - 1, 6.249 + 1);
        Assert.Equal(7.875, effects[1].MeanOfAbsolutes, 6);
        Assert.InRange(Math.Abs(effects[1].Mean), 0, 1.2);
        Assert.True(effects[2].Deviation > effects[2].MeanOfAbsolutes);
    }

    [Fact]
    public void A_step_without_an_answer_is_not_counted_and_one_of_two_factors_refused()
    {
        var effects = MorrisEffect.Of([[[0, 0], [1, 0], [1, 1]]], [[1, double.NaN, 5]]);
        Assert.All(effects, each => Assert.Equal(0, each.Count));
        Assert.True(double.IsNaN(effects[0].MeanOfAbsolutes));
        Assert.Throws<ArgumentException>(() => MorrisEffect.Of([[[0, 0], [1, 1]]], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => MorrisEffect.Of([[[0, 0], [1, 0]]], [[1]]));
    }

    private static IReadOnlyList<MorrisEffect> Effects(int factors, int trajectories, Func<IReadOnlyList<double>, double> function)
    {
        var varied = Enumerable.Range(0, factors).Select(factor => VaryText.Parse($"x.f{factor}=0..1").Factor!).ToList();
        var layout = new Design(DesignKind.Morris, trajectories, 5).LayOut([], varied).Layout!;
        var points = layout.Trajectories
            .Select(way => (IReadOnlyList<IReadOnlyList<double>>)[.. way.Cells.Select(cell => layout.Cells[cell].Coordinates)])
            .ToList();
        return MorrisEffect.Of(points, [.. points.Select(way => (IReadOnlyList<double>)[.. way.Select(function)])]);
    }

    private static double Ishigami(IReadOnlyList<double> at)
    {
        var x = at.Select(each => Math.PI * ((2 * each) - 1)).ToArray();
        return Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    private static double MorrisFunction(IReadOnlyList<double> x)
    {
        var w = x.Select((each, n) => n is 2 or 4 or 6 ? 2 * ((1.1 * each / (each + 0.1)) - 0.5) : 2 * (each - 0.5)).ToArray();
        var y = 0.0;
        for (var i = 0; i < 20; i++)
        {
            y += (i < 10 ? 20 : Sign(i + 1)) * w[i];
            for (var j = i + 1; j < 20; j++)
            {
                y += (j < 6 ? -15 : Sign(i + j)) * w[i] * w[j];
                for (var l = j + 1; l < 5; l++)
                {
                    y += -10 * w[i] * w[j] * w[l];
                    for (var s = l + 1; s < 4; s++)
                    {
                        y += 5 * w[i] * w[j] * w[l] * w[s];
                    }
                }
            }
        }

        return y;
    }

    private static int Sign(int n) => n % 2 == 0 ? 1 : -1;
}
