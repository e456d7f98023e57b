using System.Runtime.CompilerServices;
using System.Text;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>A scenario's file, and what an engine is given of it.</summary>
internal sealed record Scenario(string File, RunOrder Order)
{
    private static readonly string[] Large = ["country-2021.yaml", "reform-2025.yaml", "reform-2025-after.yaml"];

    private static readonly Lazy<Scenario> slow = new(WriteLong);

    /// <summary>
    /// The files below <c>scenarios/</c>, those of injects too, as paths from there; found by listing, later ones included. Those with ten
    /// thousand bodies and more are left out: they would take a grain for each, again and again.
    /// </summary>
    public static IReadOnlyList<string> Shipped { get; } =
        [.. Directory.EnumerateFiles(Folder(), "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder(), file)).Order(StringComparer.Ordinal)
            .Where(file => !Large.Contains(file))];

    /// <summary>
    /// Two dozen directives on their way to some six hundred bodies: a run of several seconds, during which
    /// much can happen to those who carry it.
    /// </summary>
    public static Scenario Long => slow.Value;

    public static Scenario Load(string shipped, string? variant = null) => Read(Path.Combine(Folder(), shipped), variant);

    /// <summary>The variants that a shipped scenario declares.</summary>
    public static IReadOnlyList<string> VariantsOf(string shipped) =>
        ScenarioLoader.Load(Path.Combine(Folder(), shipped), new LoadOptions()).Variants;

    /// <summary>A file of injects is the scenario that it is written for, with them.</summary>
    private static Scenario Read(string file, string? variant)
    {
        var injects = InjectFile.Read(file);
        var loaded = ScenarioLoader.Load(
            injects?.ScenarioFile().Path ?? file, new LoadOptions { Variant = variant, Injects = injects });
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        return new Scenario(file, new RunOrder
        {
            Text = loaded.Resolved!,
            Model = ModelCompiler.Compile(loaded.Model),
            Options = new RunOptions { Seed = loaded.Seed },
        });
    }

    private static Scenario WriteLong()
    {
        var text = new StringBuilder("""
            format: 1
            scenario: long
            title: Many directives on their way to many communes
            start: 2021-05-03T08:00
            until: 60d
            include: [vn/2021]
            bodies:
              pm: { kind: prime-minister }
              provinces: { kind: province-committee, under: pm, count: 6 }

            """);
        for (var province = 1; province <= 6; province++)
        {
            text.Append($"  districts-{province}: {{ kind: district-committee, under: provinces/{province}, count: 8 }}\n");
            for (var district = 1; district <= 8; district++)
            {
                text.Append($"  communes-{province}-{district}: "
                    + $"{{ kind: commune-committee, under: districts-{province}/{district}, count: 12 }}\n");
            }
        }

        text.Append("directives:\n");
        for (var number = 0; number < 24; number++)
        {
            text.Append($$"""
                  - id: d{{number}}
                    from: pm
                    issued: 2021-05-{{3 + (number % 4):00}}T{{8 + (number % 3):00}}:{{number * 7 % 60:00}}
                    to: [level province]
                    assignments:
                      - { id: act, do: act, by: each addressee, takes: lognormal median 2wd sigma 0.6 }

                """);
        }

        var file = Path.Combine(Directory.CreateTempSubdirectory("scenario-").FullName, "long.yaml");
        System.IO.File.WriteAllText(file, text.ToString());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return Read(file, null);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../scenarios"));
}
