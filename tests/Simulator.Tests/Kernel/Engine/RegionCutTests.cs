using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Kernel.Engine;

public sealed class RegionCutTests
{
    public static TheoryData<string> Shipped => [.. ShippedScenarios.Files.Select(ShippedScenarios.NameOf)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_more_ties_are_severed_than_by_an_even_cut(string file)
    {
        var loaded = ScenarioLoader.Load(
            Path.Combine(ShippedScenarios.Folder, file + ".yaml"),
            new LoadOptions { Root = ShippedScenarios.Repository });
        var model = ModelCompiler.Compile(loaded.Model!);
        for (var regions = 2; regions <= 8; regions++)
        {
            Assert.True(
                Inside(model, RegionCut.Of(model, regions)) >= Inside(model, Even(model, regions)),
                $"{file} in {regions} regions");
        }
    }

    [Fact]
    public void A_country_is_cut_between_its_provinces()
    {
        var model = Country();
        for (var regions = 2; regions <= 8; regions++)
        {
            var cut = RegionCut.Of(model, regions);
            Assert.InRange(Inside(model, cut), Math.Max(0.95, Inside(model, Even(model, regions))), 1.0);
            Assert.All(cut[1..^1], start => Assert.StartsWith("p/", model.Bodies[start].Id, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_region_has_half_to_one_and_a_half_of_its_even_share()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
            var bodies = model.Bodies.Count;
            for (var regions = 1; regions <= bodies + 3; regions++)
            {
                var cut = RegionCut.Of(model, regions);
                Assert.Equal(Math.Min(regions, bodies) + 1, cut.Length);
                Assert.Equal(0, cut[0]);
                Assert.Equal(bodies, cut[^1]);
                var share = bodies / (cut.Length - 1);
                Assert.All(
                    cut.Zip(cut[1..], (start, end) => end - start),
                    size => Assert.InRange(size, Math.Max(1, share / 2), share + (share / 2) + 1));
            }
        }
    }

    [Fact]
    public void A_model_without_bodies_is_one_empty_region() =>
        Assert.Equal([0, 0], RegionCut.Of(ModelCompiler.Compile(Sketch.Model([], [])), 4));

    private static int[] Even(CompiledModel model, int regions) =>
        [.. Enumerable.Range(0, regions + 1).Select(cut => model.Bodies.Count * cut / regions)];

    /// <summary>The share of the ties that stay inside a region.</summary>
    private static double Inside(CompiledModel model, int[] starts)
    {
        int RegionOf(int body) => starts.Count(start => start <= body);
        var ties = RegionCut.Ties(model).ToList();
        return ties.Count(tie => RegionOf(tie.Low) == RegionOf(tie.High)) / (double)ties.Count;
    }

    /// <summary>63 provinces with 8 to 14 districts each, and these with 10 to 20 communes.</summary>
    private static CompiledModel Country()
    {
        var dice = new Dice(63);
        var bodies = new List<Body> { Sketch.Body("m/0", "level-0") };
        int districts = 0, communes = 0;
        for (var province = 1; province <= 63; province++)
        {
            bodies.Add(Sketch.Body($"p/{province}", "level-1", "m/0"));
            for (var district = dice.Between(8, 14); district > 0; district--)
            {
                bodies.Add(Sketch.Body($"d/{++districts}", "level-2", $"p/{province}"));
                for (var commune = dice.Between(10, 20); commune > 0; commune--)
                {
                    bodies.Add(Sketch.Body($"c/{++communes}", "level-3", $"d/{districts}"));
                }
            }
        }

        return ModelCompiler.Compile(Sketch.Model(
            [.. Enumerable.Range(0, 4).Select(level => Sketch.Kind($"level-{level}", Sketch.Takes(Step.Register, Post.Clerk, 5)))],
            bodies));
    }
}
