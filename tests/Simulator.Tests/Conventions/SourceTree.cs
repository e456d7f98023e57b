namespace Simulator.Tests.Conventions;

/// <summary>The project's own files, as they lie in the working tree.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    /// <summary>Paths from the root, with forward slashes, and what the files say.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Root, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.Contains("/bin/") && !file.Path.Contains("/obj/"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, File.ReadAllText(file.File).ReplaceLineEndings("\n")));

    public static IEnumerable<(string Path, string Text)> CSharp() =>
        Files("src", "*.cs").Concat(Files("tests/Simulator.Tests", "*.cs"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Simulator.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the working tree.");
    }
}
