using System.Collections.Concurrent;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Shipped;

/// <summary>The scenarios in <c>scenarios/</c>, found by listing, each loaded and played once.</summary>
internal static class ShippedRun
{
    private static readonly ConcurrentDictionary<(string File, string Variant), Lazy<LoadResult>> s_loaded = new();
    private static readonly ConcurrentDictionary<string, Lazy<Played>> s_played = new();

    public static TheoryData<string> Names =>
        [.. ShippedScenarios.Files.Select(ShippedScenarios.NameOf)];

    /// <summary>Every scenario with each of its variants; the empty variant is the base.</summary>
    public static TheoryData<string, string> NamesAndVariants
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Names)
            {
                foreach (var variant in Load(name).Variants.Prepend("base"))
                {
                    data.Add(name, variant);
                }
            }

            return data;
        }
    }

    public static LoadResult Load(string name, string? variant = null) => s_loaded.GetOrAdd(
        (name, variant ?? "base"),
        key => new Lazy<LoadResult>(() => ScenarioLoader.Load(
            Path.Combine(ShippedScenarios.Folder, key.File + ".yaml"),
            new LoadOptions { Variant = key.Variant }))).Value;

    public static CompiledModel Model(string name, string? variant = null)
    {
        var loaded = Load(name, variant);
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        return ModelCompiler.Compile(loaded.Model);
    }

    /// <summary>Replication 0 of the base, with the scenario's own seed.</summary>
    public static Played Base(string name) => s_played.GetOrAdd(
        name, key => new Lazy<Played>(() => Played.Of(Model(key), new RunOptions { Seed = Load(key).Seed }))).Value;
}
