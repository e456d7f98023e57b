using System.Runtime.CompilerServices;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios in the repository, and where the repository is.</summary>
internal static class ShippedScenarios
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = Find();

    /// <summary>The folder of the scenarios.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "scenarios");

    /// <summary>
    /// Those of ten thousand bodies and more. Playing each variant on every host, auditing it, and damaging its tables would
    /// take minutes; <see cref="Shipped.LargeScenarioTests"/> loads and plays them instead.
    /// </summary>
    public static IReadOnlyList<string> Large { get; } = ["country-2021", "country-2021-state", "reform-2025", "reform-2025-after"];

    /// <summary>The scenarios below <c>scenarios/</c> without the large ones; injects are no scenarios.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "injects")
            .OrderBy(NameOf, StringComparer.Ordinal).Where(file => !Large.Contains(NameOf(file))),
    ];

    /// <summary>Those and the large ones.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Files, .. Large.Select(name => Path.Combine(Folder, name + ".yaml"))];

    /// <summary>The path of a file from <c>scenarios/</c>, without its ending: <c>mechanisms/reminders</c>.</summary>
    public static string NameOf(string file) =>
        Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/');

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
