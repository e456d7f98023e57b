using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

public sealed class RegionsApartTests
{
    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_journal_and_the_result_are_the_engine_s_with_regions_apart_and_all_between_them_as_bytes(int seed)
    {
        var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
        var options = new RunOptions { Seed = (ulong)seed };
        foreach (var regions in new[] { 1, 2, 3, 7 })
        {
            AreSame(model, options, Even(model, regions), $"seed {seed}, {regions} regions");
        }

        var dice = new Dice((ulong)seed);
        var bodies = model.Bodies.Count;
        int[] uneven = [0, .. Enumerable.Range(0, 9).Select(_ => dice.Between(0, bodies)).Order(), bodies];
        AreSame(model, options, uneven, $"seed {seed}, regions from {string.Join(", ", uneven)}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(5001)]
    [InlineData(20_000)]
    public void A_region_that_is_alone_stops_where_the_run_stops(int until)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
            var options = new RunOptions { Seed = (ulong)seed, Until = new Tick(until) };
            AreSame(model, options, Even(model, 1), $"seed {seed} until {until}");
            AreSame(model, options, Even(model, 3), $"seed {seed} until {until}, 3 regions");
        }
    }

    [Fact]
    public void A_region_among_others_plays_many_ticks_by_itself_while_nothing_is_due_elsewhere()
    {
        var most = Enumerable.Range(1, 10).Max(seed =>
        {
            var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
            return RegionsApartHost.Run(model, new RunOptions { Seed = (ulong)seed }, Even(model, 2)).MostTicks;
        });
        Assert.True(most > 10, $"The most ticks in one call are {most}.");
    }

    private static void AreSame(CompiledModel model, RunOptions options, int[] starts, string about)
    {
        var expected = Played.Of(model, options);
        var result = InProcessEngine.Run(model, options);
        var host = RegionsApartHost.Run(model, options, starts);
        Journals.AreSame(expected, host.Played.Entries, host.Played.Digest, about);
        Assert.True(result with { Bytes = 0 } == host.Result, $"{about}: {result} became {host.Result}");
    }

    private static int[] Even(CompiledModel model, int regions) =>
        [.. Enumerable.Range(0, regions + 1).Select(cut => model.Bodies.Count * cut / regions)];
}
