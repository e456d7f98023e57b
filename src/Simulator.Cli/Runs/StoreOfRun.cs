using Simulator.Analysis.Exports;
using Simulator.Analysis.Store;

namespace Simulator.Cli.Runs;

/// <summary>The store of a kept run, for reading; where the run has none, one that is gone when it is closed.</summary>
internal sealed class StoreOfRun : IDisposable
{
    private readonly DirectoryInfo? made;

    private StoreOfRun(ExportSource source, DirectoryInfo? made)
    {
        Source = source;
        this.made = made;
    }

    internal ExportSource Source { get; }

    /// <summary>Opens it.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="cancellation">Given up, nothing is left behind.</param>
    internal static StoreOfRun Open(string folder, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(folder, RunStore.Name)) || !File.Exists(Path.Combine(folder, RunFolder.JournalName)))
        {
            return new StoreOfRun(ExportSource.Open(folder, cancellation), null);
        }

        var made = Directory.CreateTempSubdirectory("simulator-store-");
        try
        {
            Make(folder, made.FullName, cancellation);
            return new StoreOfRun(ExportSource.Open(made.FullName, cancellation), made);
        }
        catch
        {
            made.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        Source.Dispose();
        made?.Delete(recursive: true);
    }

    /// <summary>A method of its own, so that the journal is not held while the store is read.</summary>
    private static void Make(string folder, string place, CancellationToken cancellation)
    {
        var run = RunFolder.Open(folder);
        StoreBuilder.Build(
            Path.Combine(place, RunStore.Name), run.Trace, run.Manifest.Facts() with { WritesOcelTables = false }, cancellation);
        File.Copy(Path.Combine(folder, RunFolder.ManifestName), Path.Combine(place, RunFolder.ManifestName));
    }
}
