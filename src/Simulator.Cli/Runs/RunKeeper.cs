using Simulator.Cli.Commands;
using Simulator.Kernel.Journal;

namespace Simulator.Cli.Runs;

/// <summary>
/// Writes a run folder beside its place and moves it there when it is whole. Given up, it leaves nothing.
/// </summary>
internal sealed class RunKeeper : IDisposable
{
    private readonly string path;
    private readonly string unfinished;
    private readonly bool force;
    private readonly JournalWriter journal;
    private bool kept;

    internal RunKeeper(string path, bool force)
    {
        this.path = path;
        this.force = force;
        unfinished = $"{path.TrimEnd('/', '\\')}.unfinished-{Environment.ProcessId}";
        if (Directory.Exists(path) && !force && RunFolder.ManifestIn(path) is null
            && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new UsageException(
                $"The folder '{path}' is there and is not a run. Choose another with --out, or replace it with --force.");
        }

        try
        {
            Directory.CreateDirectory(unfinished);
            journal = new JournalWriter(Path.Combine(unfinished, RunFolder.JournalName));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The run cannot be kept in '{path}': {trouble.Message} Choose another folder with --out.",
                ExitCode.Failed);
        }
    }

    internal IJournalSink Journal => journal;

    /// <summary>Keeps the run, or finds that the same one is there already.</summary>
    /// <returns>Whether the same run was there.</returns>
    internal bool Keep(string scenario, Func<string, Manifest> manifest)
    {
        var complete = manifest(journal.Finish());
        journal.Dispose();
        if (Directory.Exists(path) && !force)
        {
            return RunFolder.ManifestIn(path) is not { } there || there == complete && ScenarioIs(scenario)
                ? RunFolder.ManifestIn(path) is not null || Move(scenario, complete)
                : throw new UsageException(
                    $"The folder '{path}' holds another run (digest {there.Digest}). Choose another with --out, "
                    + "or replace it with --force.");
        }

        Move(scenario, complete);
        return false;
    }

    public void Dispose()
    {
        journal.Dispose();
        if (!kept && Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private bool ScenarioIs(string scenario) =>
        File.Exists(Path.Combine(path, RunFolder.ScenarioName))
        && File.ReadAllText(Path.Combine(path, RunFolder.ScenarioName)) == scenario;

    private bool Move(string scenario, Manifest complete)
    {
        File.WriteAllText(Path.Combine(unfinished, RunFolder.ScenarioName), scenario);
        File.WriteAllText(Path.Combine(unfinished, RunFolder.ManifestName), complete.ToJson());
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.Move(unfinished, path);
        kept = true;
        return false;
    }
}
