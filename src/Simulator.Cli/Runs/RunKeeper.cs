using System.Text;
using Simulator.Analysis.Store;
using Simulator.Cli.Commands;
using Simulator.Kernel.Journal;

namespace Simulator.Cli.Runs;

/// <summary>
/// Writes a run folder beside its place and moves it there when it is whole. Given up, it leaves nothing.
/// </summary>
internal sealed class RunKeeper : IDisposable
{
    private string path;
    private readonly string unfinished;
    private readonly bool force;
    private readonly JournalWriter journal;
    private string? sha; // of the journal, once it has ended
    private bool kept;

    internal RunKeeper(string path, bool force)
    {
        this.path = path;
        this.force = force;
        unfinished = $"{path.TrimEnd('/', '\\')}.unfinished-{Environment.ProcessId}";
        CheckMayHold(path);
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

    /// <summary>The whole journal, which has then ended. While the run was played, memory was the engine's alone.</summary>
    internal Entry[] ReadBack()
    {
        sha ??= journal.Finish();
        return JournalFile.ReadAll(Path.Combine(unfinished, RunFolder.JournalName));
    }

    /// <summary>Keeps the run in another folder than was planned: it has become another run.</summary>
    internal void MoveTo(string elsewhere)
    {
        CheckMayHold(elsewhere);
        path = elsewhere;
    }

    /// <summary>Keeps the run, or finds that the same one is there already.</summary>
    /// <returns>Whether the same run was there.</returns>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="injects">The inject file; <c>null</c>: there was none.</param>
    /// <param name="manifest">The manifest, given the SHA-256 of the journal file.</param>
    /// <param name="store">Makes the run's store as a file; <c>null</c>: none is wanted.</param>
    internal bool Keep(string scenario, string? injects, Func<string, Manifest> manifest, Action<string, Manifest>? store)
    {
        var complete = manifest(sha ??= journal.Finish()) with { ScenarioSha256 = RunFolder.HashOf(Encoding.UTF8.GetBytes(scenario)) };
        journal.Dispose();
        var there = force ? null : RunFolder.ManifestIn(path);
        if (there is null)
        {
            Move(scenario, injects, complete);
            store?.Invoke(Path.Combine(path, RunStore.Name), complete); // which may fail without losing the run
            return false;
        }

        if (there.Fault is { } fault)
        {
            throw new UsageException(
                $"The {RunFolder.ManifestName} in '{path}' was changed after it was written. {fault} Choose another folder with --out, "
                + "or replace it with --force.");
        }

        if (there.IsOfSameRun(complete) && ScenarioIs(scenario))
        {
            if (!File.Exists(Path.Combine(path, RunStore.Name)) || !File.Exists(Path.Combine(path, StoreSeal.Name)))
            {
                store?.Invoke(Path.Combine(path, RunStore.Name), complete);
            }

            return true;
        }

        throw new UsageException(
            $"The folder '{path}' holds another run (digest {there.Digest}). Choose another with --out, "
            + "or replace it with --force.");
    }

    public void Dispose()
    {
        journal.Dispose();
        if (!kept && Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static void CheckMayHold(string path)
    {
        var here = Path.GetFullPath(".") + Path.DirectorySeparatorChar;
        if (File.Exists(path) || (Directory.Exists(path) && !IsRunOrEmpty(path))
            || here.StartsWith(
                Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar,
                StringComparison.Ordinal))
        {
            throw new UsageException(
                $"'{path}' is there and is not a run; it is never replaced. Choose another folder with --out.");
        }
    }

    private bool ScenarioIs(string scenario) =>
        File.Exists(Path.Combine(path, RunFolder.ScenarioName))
        && File.ReadAllText(Path.Combine(path, RunFolder.ScenarioName)) == scenario;

    private static bool IsRunOrEmpty(string folder) =>
        RunFolder.ManifestIn(folder) is not null
            ? Directory.EnumerateFileSystemEntries(folder).All(
                entry => RunFolder.Holds(Path.GetFileName(entry)))
            : !Directory.EnumerateFileSystemEntries(folder).Any();

    private void Move(string scenario, string? injects, Manifest complete)
    {
        if (injects is not null)
        {
            File.WriteAllText(Path.Combine(unfinished, RunFolder.InjectsName), injects);
        }

        File.WriteAllText(Path.Combine(unfinished, RunFolder.ScenarioName), scenario);
        File.WriteAllText(Path.Combine(unfinished, RunFolder.ManifestName), complete.ToJson());
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path).Where(file => RunFolder.Holds(Path.GetFileName(file))).ToList())
            {
                File.Delete(file);
            }

            Directory.Delete(path);
        }

        Directory.Move(unfinished, path);
        kept = true;
    }
}
