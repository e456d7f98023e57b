using Simulator.Analysis.Hindcast;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Shipped;

/// <summary>The real papers, as the shipped library predicts them. It was fitted to 27 urgent relays as a
/// whole, four of which are these.</summary>
public sealed class HindcastTests
{
    private const int Count = 200;

    private static readonly Dictionary<string, IReadOnlyList<PaperPrediction>> s_predictions = [];

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
    [InlineData("vinh-yen-616")]
    [InlineData("tan-uyen-121")]
    public void A_blank_date_does_not_contradict_its_bounds(string name)
    {
        var blank = Assert.Single(Predict(name), each => !each.IsExact);
        Assert.True(blank.IsInside, Words(blank));
    }

    [Theory]
    [InlineData("bac-kan-570", 2)]
    [InlineData("bach-quang-197", 1)]
    [InlineData("phu-yen-91", 1)]
    [InlineData("vinh-yen-616", 1)]
    public void Bands_of_urgent_relays_are_at_most_five_days_wide(string name, int papers)
    {
        var urgent = ShippedRun.Model(name).Source.Directives
            .Where(directive => directive.Urgency > Urgency.Routine)
            .Select(directive => directive.Id)
            .ToHashSet();
        var bands = Predict(name).Where(each => urgent.Contains(each.Paper.Directive)).ToList();
        Assert.Equal(papers, bands.Count);
        Assert.All(bands, each => Assert.True(each.BandDays <= 5, Words(each)));
    }

    [Fact]
    public void Phu_Yens_dispatch_arrives_on_the_day_of_its_stamp()
    {
        var arrival = Assert.Single(Predict("phu-yen-91"), each => each.Paper.IsArrival);
        Assert.True(arrival.IsInside, Words(arrival));
    }

    [Fact]
    public async Task Predictions_are_those_of_the_journals_of_the_replications()
    {
        var order = OrderOf("bac-kan-570");
        var predictions = await Replications.Predict(
            new LocalEngine(), order, 12, null, TestContext.Current.CancellationToken);
        var journals = Enumerable.Range(0, 12)
            .Select(number => Played.Of(order.Model, order.Options with { Replication = number, Threads = 1 }))
            .ToList();
        var source = order.Model.Source;
        Assert.NotEmpty(source.Observed);
        Assert.Equal(
            source.Observed.Select(paper => PaperPrediction.From(
                paper, source.Axis, [.. journals.Select(journal => TickIn(journal, paper))])),
            predictions);
    }

    private static int TickIn(Played journal, ObservedPaper paper) => journal
        .By(paper.Body, paper.IsArrival ? EntryKind.Arrived : EntryKind.Issued)
        .Where(entry => entry.Root == Hash64.Upper(paper.Directive)
            && (!paper.IsArrival || entry.What == (byte)PaperClass.Directive))
        .Select(entry => entry.Tick)
        .DefaultIfEmpty(-1)
        .First();

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

    private static IReadOnlyList<PaperPrediction> Run(string name) => Replications
        .Predict(new LocalEngine(), OrderOf(name), Count, null, TestContext.Current.CancellationToken)
        .GetAwaiter().GetResult();

    private static RunOrder OrderOf(string name) => new()
    {
        Text = ShippedRun.Load(name).Resolved!,
        Model = ShippedRun.Model(name),
        Options = new RunOptions { Seed = ShippedRun.Load(name).Seed, Threads = 2 },
    };

    private static string Words(PaperPrediction prediction) =>
        $"{prediction.Paper.Symbol ?? prediction.Paper.Body}: really {prediction.Paper.Earliest} .. "
        + $"{prediction.Paper.Latest}, predicted {prediction.Low} .. {prediction.High}, "
        + $"percentile {prediction.Percentile}";
}
