using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary>
/// Where an export is written: a file, which gets its name when it is whole, or standard output, which gets it when it is.
/// </summary>
/// <param name="Path">The file; <c>null</c>: standard output.</param>
internal sealed record ExportPlace(string? Path)
{
    private const int Buffer = 1 << 16;

    /// <summary>Decides where.</summary>
    /// <param name="wanted">What was asked for, if anything.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <param name="run">The folder of the run.</param>
    /// <param name="ending">How the form's files end.</param>
    /// <exception cref="UsageException">It may not be written there.</exception>
    internal static ExportPlace Of(string? wanted, bool force, string run, string ending) => Of(wanted, force, [run], ending);

    /// <summary>Decides where what is made of several runs goes.</summary>
    /// <param name="wanted">What was asked for, if anything.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <param name="runs">The folders of the runs, or of a sweep; the first gives the name.</param>
    /// <param name="ending">How the file's name ends.</param>
    /// <exception cref="UsageException">It may not be written there.</exception>
    internal static ExportPlace Of(string? wanted, bool force, IReadOnlyList<string> runs, string ending)
    {
        if (wanted == ExportOptions.StandardOutput)
        {
            return new ExportPlace((string?)null);
        }

        var path = wanted ?? new DirectoryInfo(runs[0]).Name + ending;
        if (wanted is { Length: 0 } || Directory.Exists(path))
        {
            throw new UsageException($"--out takes the name of a file, and '{path}' is {(path.Length == 0 ? "none" : "a folder")}.");
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder '{folder}' to write '{path}' to.");
        }

        if (runs.Any(run => System.IO.Path.GetFullPath(run).TrimEnd(System.IO.Path.DirectorySeparatorChar) == folder))
        {
            throw new UsageException($"'{path}' is in the folder of the run, which holds nothing but the run. Choose another: --out FILE");
        }

        if (folder == "/dev" || folder.StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new UsageException($"'{path}' is a device, which a file would replace. Write to standard output: --out -");
        }

        if (new FileInfo(path).LinkTarget is not null)
        {
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName; // what it leads to is replaced, not the link
        }

        return File.Exists(path) && !force
            ? throw new UsageException($"'{path}' is there already. Replace it with --force, or choose another: --out FILE")
            : new ExportPlace(path);
    }

    /// <summary>Writes there.</summary>
    /// <param name="write">What writes.</param>
    /// <param name="bytes">How many bytes it became.</param>
    /// <typeparam name="T">What it tells of it.</typeparam>
    internal T Write<T>(Func<Stream, T> write, out long bytes)
    {
        if (Path is null)
        {
            using var spool = new Spool();
            var told = write(spool.Stream);
            bytes = spool.Stream.Length;
            spool.CopyTo(Console.OpenStandardOutput());
            return told;
        }

        var unfinished = $"{Path}.unfinished-{System.Environment.ProcessId}";
        try
        {
            T summary;
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, Buffer))
            {
                summary = write(file);
                bytes = file.Length;
            }

            File.Move(unfinished, Path, overwrite: true);
            return summary;
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }
}
