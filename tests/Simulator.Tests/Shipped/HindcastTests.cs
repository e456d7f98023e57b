using Simulator.Analysis.Hindcast;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;

namespace Simulator.Tests.Shipped;

/// <summary>The real papers, as the shipped library predicts them. It was fitted to 27 urgent relays as a
/// whole, four of which are these.</summary>
public sealed class HindcastTests
{
    private const int Count = 200;

    private static readonly Dictionary<string, IReadOnlyList<PaperPrediction>> s_predictions = [];

    public static TheoryData<string> Names => ShippedRun.Names;

    [Theory]
    [InlineData("bac-kan-570", "2479/UBND-VXNV")]
    [InlineData("bac-kan-570", "756/UBND-VXNV")]
    [InlineData("tan-uyen-121", "1445/UBND-VX")]
    [InlineData("bach-quang-197", "48-CV/ĐU")]
    public void The_real_date_of_an_exact_relay_lies_inside_the_band(string name, string symbol)
    {
        var prediction = Assert.Single(Predict(name), each => each.Paper.Symbol == symbol);
        Assert.True(prediction.IsExact);
        Assert.True(prediction.IsInside, Words(prediction));
        Assert.InRange(prediction.Percentile!.Value, 5, 95);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Blank_dates_do_not_contradict_their_bounds(string name) => Assert.All(
        Predict(name).Where(each => !each.IsExact), each => Assert.True(each.IsInside, Words(each)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Bands_of_urgent_relays_are_at_most_five_days_wide(string name)
    {
        var urgent = ShippedRun.Model(name).Source.Directives
            .Where(directive => directive.Urgency > Urgency.Routine)
            .Select(directive => directive.Id)
            .ToHashSet();
        Assert.All(
            Predict(name).Where(each => urgent.Contains(each.Paper.Directive)),
            each => Assert.True(each.BandDays <= 5, Words(each)));
    }

    [Fact]
    public void Phu_Yens_dispatch_arrives_on_the_day_of_its_stamp()
    {
        var arrival = Assert.Single(Predict("phu-yen-91"), each => each.Paper.IsArrival);
        Assert.True(arrival.IsInside, Words(arrival));
    }

    private static IReadOnlyList<PaperPrediction> Predict(string name)
    {
        lock (s_predictions)
        {
            if (!s_predictions.TryGetValue(name, out var found))
            {
                s_predictions[name] = found = Run(name);
            }

            return found;
        }
    }

    private static IReadOnlyList<PaperPrediction> Run(string name) => Replications.Predict(
        ShippedRun.Model(name), new RunOptions { Seed = ShippedRun.Load(name).Seed }, Count, threads: 2,
        cancellation: TestContext.Current.CancellationToken);

    private static string Words(PaperPrediction prediction) =>
        $"{prediction.Paper.Symbol ?? prediction.Paper.Body}: really {prediction.Paper.Earliest} .. "
        + $"{prediction.Paper.Latest}, predicted {prediction.Low} .. {prediction.High}, "
        + $"percentile {prediction.Percentile}";
}
