using Simulator.Kernel.Chance;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// People who have several papers in hand are a queue with processor sharing, whose mean stay is known and
/// depends on no more than the mean of the work (Kleinrock, Queueing Systems 2, 1976, section 4.4).
/// </summary>
public sealed class SharingLaws
{
    private static readonly Distribution Exponential = Distribution.Exponential(Registry.Service);

    private static readonly Distribution Constant = Distribution.Constant(Registry.Service);

    public static TheoryData<string> Works => ["exponential", "constant", "gamma"];

    [Theory]
    [MemberData(nameof(Works))]
    public void Who_divides_himself_between_all_keeps_them_as_long_whatever_the_law_of_the_work(string work)
    {
        var law = work switch
        {
            "exponential" => Exponential,
            "constant" => Constant,
            _ => Distribution.GammaWithMean(0.5, Registry.Service),
        };
        MeanStay(new Registry(Registry.Registers(law), Clerk(16)), 0.6, 12)
            .Agrees(1 / (1 - 0.6), 0.05, $"processor sharing at 0.6, {work} work, seed 7");
    }

    [Fact]
    public void A_paper_stays_in_proportion_to_its_own_length()
    {
        var (few, many) = (Distribution.Constant(400), Distribution.Constant(1600));
        var registry = new Registry(Registry.Registers(few, many), Clerk(16));
        var (shorter, longer) = (new Estimate(), new Estimate());
        for (var run = 0; run < 12; run++)
        {
            var visits = Registry.Visits(registry.Play(0.6, run, 0.5)).Skip(Registry.WarmUp)
                .ToLookup(visit => visit.Root == registry.Urgent, visit => (double)visit.Stay);
            shorter.Add(visits[false].Average());
            longer.Add(visits[true].Average());
        }

        shorter.Agrees(400 / (1 - 0.6), 0.05, "processor sharing at 0.6, the short, seed 7");
        longer.Agrees(1600 / (1 - 0.6), 0.05, "processor sharing at 0.6, the long, seed 7");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Where_work_is_exponential_the_mean_stay_is_the_same_with_few_papers_in_hand(int papers) =>
        MeanStay(new Registry(Registry.Registers(Exponential), Clerk(papers)), 0.6, 12)
            .Agrees(1 / (1 - 0.6), 0.06, $"{papers} in hand at 0.6, seed 7");

    [Fact]
    public void Constant_work_is_done_sooner_one_by_one() =>
        MeanStay(new Registry(Registry.Registers(Constant), Clerk(1)), 0.6, 12)
            .Agrees(1 + (0.6 / (2 * (1 - 0.6))), 0.05, "one by one at 0.6, constant work, seed 7");

    /// <summary>Sixteen are as good as any number: at 0.6 more are there for less than 1/5000 of the time.</summary>
    private static Simulator.Kernel.Office.Resource Clerk(int papers) =>
        Sketch.Heads(1) with { Multitasking = papers };

    private static Estimate MeanStay(Registry registry, double rate, int runs)
    {
        var estimate = new Estimate();
        for (var run = 0; run < runs; run++)
        {
            estimate.Add(Registry.Visits(registry.Play(rate, run)).Skip(Registry.WarmUp)
                .Average(visit => visit.Stay / Registry.Service));
        }

        return estimate;
    }
}
