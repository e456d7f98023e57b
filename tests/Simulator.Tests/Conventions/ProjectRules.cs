using System.Xml.Linq;

namespace Simulator.Tests.Conventions;

/// <summary>Who may know whom: Scenarios -> Kernel &lt;- Analysis, Cluster -> Kernel, Cli -> all.</summary>
internal static class ProjectRules
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Simulator.Kernel"] = [],
        ["Simulator.Scenarios"] = ["Simulator.Kernel"],
        ["Simulator.Analysis"] = ["Simulator.Kernel"],
        ["Simulator.Cluster"] = ["Simulator.Kernel"],
        ["Simulator.Web"] = ["Simulator.Kernel", "Simulator.Scenarios", "Simulator.Analysis"],
        ["Simulator.Cli"] =
        [
            "Simulator.Kernel", "Simulator.Scenarios", "Simulator.Analysis", "Simulator.Cluster", "Simulator.Web",
        ],
    };

    public static IEnumerable<string> Known(string project, IEnumerable<string> references)
    {
        if (!Arrows.TryGetValue(project, out var allowed))
        {
            yield return $"{project} is a project that no arrow leads from: what boundary does it draw?";
            yield break;
        }

        foreach (var reference in references.Except(allowed))
        {
            yield return $"{project} must not know {reference}.";
        }
    }

    public static IEnumerable<string> Packages(string project, XDocument file) =>
        project != "Simulator.Kernel"
            ? []
            : file.Descendants("PackageReference")
                .Select(package => $"The kernel has no package, and it has {package.Attribute("Include")?.Value}.");

    public static IEnumerable<string> References(XDocument file) => file.Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(
            reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
