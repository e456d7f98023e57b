using System.Runtime.CompilerServices;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios in the repository, and where the repository is.</summary>
internal static class ShippedScenarios
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = Find();

    /// <summary>The files in <c>scenarios/</c>.</summary>
    public static IEnumerable<string> Files
    {
        get
        {
            string folder = Path.Combine(Repository, "scenarios");
            return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml")
                .Order(StringComparer.Ordinal) : [];
        }
    }

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
