using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>What is known exactly of several posts and several bodies together.</summary>
public sealed class HierarchyLaws
{
    private const double Mean = 1000;

    /// <summary>
    /// By Burke's theorem what leaves one post arrives at the next at random again, so that five posts of
    /// two offices one after another, four fifths busy, take five times five services.
    /// </summary>
    [Fact]
    public void Posts_one_after_another_add_up()
    {
        const int papers = 8_000;
        const int warmUp = 1_500;
        var estimate = new Estimate();
        for (var run = 0; run < 16; run++)
        {
            var model = Tandem(new Dice((ulong)run + 31), papers);
            var entries = Played.Of(model, new RunOptions { Seed = 31, Replication = run }).Entries;
            var issued = entries.Where(entry => entry.Kind == EntryKind.Issued && entry.Body == Hash64.Of("b/0"))
                .ToDictionary(entry => entry.Root, entry => entry.Tick);
            var travel = 2;
            var total = entries.Where(entry => entry.Step == Step.Assign && entry.Body == Hash64.Of("b/2"))
                .Select(entry => entry.Tick - issued[entry.Root] - travel)
                .ToList();
            Assert.Equal(papers, total.Count);
            estimate.Add(total.Skip(warmUp).Average() / Mean);
        }

        estimate.Agrees(25, 0.1, "five posts in tandem at 0.8, seed 31");
    }

    /// <summary>The last of N communes to report: the slowest of N exponentials takes H(N) means.</summary>
    [Theory]
    [InlineData(1, 2000, 1.0)]
    [InlineData(10, 2000, 2.929)]
    [InlineData(34, 1500, 4.118)]
    [InlineData(100, 1000, 5.187)]
    [InlineData(3321, 40, 8.685)]
    public void The_slowest_of_N_takes_the_Nth_harmonic_number_of_means(int bodies, int papers, double harmonic)
    {
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", Sketch.Takes(Step.CarryOut, null, 0))],
            Sketch.Tree(1, bodies),
            [
                .. Enumerable.Range(0, papers).Select(place =>
                    Sketch.Directive($"d/{place}", "b/0", Sketch.Duty("a", Distribution.Exponential(Mean)))),
            ]);
        var estimate = new Estimate();
        foreach (var closed in Played.Of(model, new RunOptions { Seed = 5 }).By("b/0", EntryKind.Closed))
        {
            Assert.Equal(bodies, closed.A);
            estimate.Add((closed.Tick - 2) / Mean);
        }

        estimate.Agrees(harmonic, 0.1, $"the slowest of {bodies}, seed 5");
    }

    private static Model Tandem(Dice dice, int papers)
    {
        var law = Distribution.Exponential(Mean);
        IReadOnlyList<StepRule> steps =
        [
            Sketch.Takes(Step.Register, Post.Clerk, law),
            Sketch.Takes(Step.Assign, Post.Leadership, law),
            Sketch.Takes(Step.Draft, Post.Staff, law),
        ];
        var now = 0.0;
        var directives = new List<Directive>();
        for (var paper = 0; paper < papers; paper++)
        {
            now += dice.Exponential(Mean / 0.8);
            directives.Add(Sketch.Directive($"d/{paper}", "b/0") with { Issued = new Tick((int)now) });
        }

        return Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", steps), Sketch.Kind("level-2", steps)],
            Sketch.Chain(3),
            directives) with
        {
            Until = new TickSpan((int)now + 1_000_000),
        };
    }
}
