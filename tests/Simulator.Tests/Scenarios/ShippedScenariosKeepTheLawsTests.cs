using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Hosts;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Scenarios;

/// <summary>Every scenario in the repository, in every variant, before the checkers and on every host.</summary>
public sealed class ShippedScenariosKeepTheLawsTests
{
    /// <summary>Variants of a scenario with more entries are audited, and played on one host only.</summary>
    private const int MostPlayedAgain = 5_000;

    public static TheoryData<string> Names => [.. ShippedScenarios.Files.Select(ShippedScenarios.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_scenario_keeps_every_law_and_is_the_same_on_every_host(string name)
    {
        var path = Path.Combine(ShippedScenarios.Folder, name + ".yaml");
        var variants = ScenarioLoader.Load(path).Variants.Where(variant => variant != "base");
        foreach (var variant in variants.Prepend(null))
        {
            var loaded = ScenarioLoader.Load(path, new LoadOptions { Variant = variant });
            var about = $"{name} {variant} with seed {loaded.Seed}";
            Assert.True(loaded.Model is not null, string.Join(Environment.NewLine, loaded.Problems));
            var model = ModelCompiler.Compile(loaded.Model!);
            var options = new RunOptions { Seed = loaded.Seed };
            var played = Played.Of(model, options);
            Audit.Passes(new Evidence(played), about);
            if (variant is not null && played.Entries.Count > MostPlayedAgain)
            {
                continue;
            }

            var alone = BodyAloneHost.Run(model, options);
            Journals.AreSame(played, alone.Entries, alone.Digest, $"{about}, each body alone");
            var cut = Played.Of(model, options with { Regions = 7, Threads = variant is null ? 2 : 1, ParallelFrom = 0 });
            Journals.AreSame(played, cut.Entries, cut.Digest, $"{about}, cut in seven");
        }
    }
}
