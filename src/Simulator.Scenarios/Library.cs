using System.Reflection;

namespace Simulator.Scenarios;

/// <summary>
/// The libraries inside the program: kinds of body with their offices, calendars and channels, such as
/// <c>vn/2021</c>. A scenario takes them in with <c>include</c>.
/// </summary>
public static class Library
{
    private const string Folder = "Libraries/";
    private const string Suffix = ".yaml";

    private static readonly Assembly _assembly = typeof(Library).Assembly;

    // By name; where the program was built decides which way the slashes of a resource lean.
    private static readonly SortedDictionary<string, string> _resources = Resources();

    /// <summary>The names of the libraries, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _resources.Keys];

    /// <summary>The YAML of a library.</summary>
    /// <exception cref="ArgumentException">There is no library of that name.</exception>
    public static string Text(string name)
    {
        if (!_resources.TryGetValue(name, out string? resource))
        {
            throw new ArgumentException(
                $"There is no library '{name}'; there are: {string.Join(", ", Names)}.", nameof(name));
        }

        using var reader = new StreamReader(_assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static SortedDictionary<string, string> Resources()
    {
        var resources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string resource in _assembly.GetManifestResourceNames())
        {
            string name = resource.Replace('\\', '/');
            if (name.StartsWith(Folder, StringComparison.Ordinal)
                && name.EndsWith(Suffix, StringComparison.Ordinal))
            {
                resources[name[Folder.Length..^Suffix.Length]] = resource;
            }
        }

        return resources;
    }
}
