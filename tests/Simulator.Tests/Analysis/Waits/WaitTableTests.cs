using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Waits;

/// <summary>What a body's stretch and a document's way are made of, added up and compared with the moments of bodies.</summary>
public sealed class WaitTableTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_waits_of_bodies_and_documents_of_a_shipped_scenario_add_up(string name)
    {
        var played = ShippedRun.Base(name);
        AddUp(played, played.Until, name);
        AddUp(played, played.Until / 3, $"{name}, a third of the way");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_waits_of_bodies_and_documents_of_a_generated_model_add_up(int seed)
    {
        var model = seed % 2 == 0 ? GeneratedModel.Of(seed) : GeneratedInterventions.In(GeneratedModel.Of(seed), seed);
        var played = Played.Of(model, new RunOptions { Seed = (ulong)seed });
        AddUp(played, played.Until, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chain_ends_at_each_moment_and_its_legs_join_up_to_the_first_signature(string name)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var ends = new ChainEnds(trace);
        var progress = ProgressReader.Read(trace);
        for (var root = 0; root < progress.Count; root++)
        {
            foreach (var own in progress[root].Values.Where(own => own.ArrivedAt >= 0))
            {
                int[] moments =
                [
                    own.ArrivedAt, own.RegisteredAt, own.HandledAt, own.IssuedAt, own.CompliedAt, own.WorkEndedAt,
                    own.ClosedAt, own.ReportArrivedAt,
                ];
                foreach (var end in Enum.GetValues<ChainEnd>())
                {
                    var chain = ends.ChainTo(root, own.Body, end);
                    var about = $"{name}: {trace.Model.Bodies[own.Body].Id}, {end}";
                    Assert.True((chain?.Legs[^1].To ?? -1) == moments[(int)end - 1], about);
                    Assert.True(
                        chain is null || chain.Legs.Zip(chain.Legs.Skip(1)).All(pair => pair.First.To == pair.Second.From), about);
                }
            }
        }
    }

    private static void AddUp(Played played, int at, string about)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var progress = ProgressReader.Read(trace, at);
        for (var root = 0; root < progress.Count; root++)
        {
            if (!trace.Model.Directives[root].IsIssued || trace.Model.Directives[root].Issued > at)
            {
                continue;
            }

            var table = WaitTable.Of(trace, root, progress, at);
            foreach (var wait in table.Bodies.Concat(table.Documents))
            {
                Assert.True(
                    wait.Sum.Elapsed == wait.To - wait.From && wait.To >= wait.From && wait.To <= at,
                    $"{about}: {trace.Model.Bodies[wait.Body].Id} {wait.From} to {wait.To}: {string.Join(", ", wait.Sum.Parts)}");
            }

            var complied = progress[root].Values.Where(own => own.CompliedAt >= 0 && own.ArrivedAt >= 0)
                .ToDictionary(own => own.Body, own => (own.ArrivedAt, own.CompliedAt));
            Assert.Equal(
                complied.OrderBy(each => each.Key),
                table.Bodies.Where(wait => wait.Open is null)
                    .Select(wait => KeyValuePair.Create(wait.Body, (wait.From, wait.To))).OrderBy(each => each.Key));
        }
    }
}
