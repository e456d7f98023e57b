namespace Simulator.Scenarios.Composition;

/// <summary>
/// The folder that a scenario's files may not leave: the one given, else the nearest folder above with
/// <c>.git</c> in it, else the scenario's own. A scenario that came by mail then reads nothing but what
/// came with it. Symbolic links are followed before it is asked where a file lies.
/// </summary>
internal sealed class ScenarioRoot
{
    private readonly string _folder;

    private ScenarioRoot(string folder) => _folder = RealPath(folder);

    /// <summary>The folder, with all links followed.</summary>
    public string Folder => _folder;

    /// <summary>The root of a scenario.</summary>
    /// <param name="scenario">The full path of the scenario's file.</param>
    /// <param name="given">The root that was asked for, if any.</param>
    public static ScenarioRoot Of(string scenario, string? given)
    {
        if (given is not null)
        {
            return new ScenarioRoot(Path.GetFullPath(given));
        }

        string own = Path.GetDirectoryName(RealPath(scenario)) ?? scenario;
        for (string? folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return new ScenarioRoot(folder);
            }
        }

        return new ScenarioRoot(own);
    }

    /// <summary>Whether a file with all links followed lies within.</summary>
    public bool Holds(string path)
    {
        string real = RealPath(path);
        string folder = _folder.EndsWith(Path.DirectorySeparatorChar) ? _folder : _folder
            + Path.DirectorySeparatorChar;
        return real.StartsWith(folder, StringComparison.Ordinal);
    }

    /// <summary>
    /// The full path that is written in a file, or a sentence that says why it may not be read.
    /// </summary>
    public (string? Path, string? Problem) Resolve(string folder, string written)
    {
        if (written.Contains('\\', StringComparison.Ordinal)
            || written.Contains('\0', StringComparison.Ordinal))
        {
            return (null, "Folders in a path are divided by '/'.");
        }

        if (Path.IsPathRooted(written) || written.Contains(':', StringComparison.Ordinal))
        {
            return (null, "A path starts from the folder of the file it is written in, not from elsewhere.");
        }

        string path = Path.GetFullPath(Path.Combine(folder, written));
        if (!Holds(path))
        {
            return (null, $"It leads out of the scenario's root, {_folder}; --root names another.");
        }

        return File.Exists(path) ? (RealPath(path), null) : (null, Missing(path));
    }

    private static string Missing(string path)
    {
        if (Directory.Exists(path))
        {
            return "It is a folder.";
        }

        return NearestFile(path) is { } nearest ? $"There is no such file. Did you mean '{nearest}'?"
            : "There is no such file.";
    }

    /// <summary>The file beside a path whose name was probably meant, if any.</summary>
    public static string? NearestFile(string path)
    {
        string? folder = path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetDirectoryName(Path.GetFullPath(path));
        string[] names = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Take(1000).Select(file => Path.GetFileName(file))]
            : [];
        return Problems.NearestName.Of(Path.GetFileName(path), names);
    }

    private static string RealPath(string path)
    {
        string real = Path.GetPathRoot(path) ?? "/";
        foreach (string part in path[real.Length..].Split(
            Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo here = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (here.LinkTarget is not null)
            {
                real = FollowLink(here);
            }
        }

        return real;
    }

    private static string FollowLink(FileSystemInfo link)
    {
        string target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? link.FullName;
        return target == link.FullName ? target : RealPath(target);
    }
}
