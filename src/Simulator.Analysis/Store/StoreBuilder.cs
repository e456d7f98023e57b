using System.Globalization;
using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Store;

/// <summary>
/// Makes the store of a run from its journal. It is written under another name and gets its own when it is whole, so
/// that what looks complete is. Its seal lies beside it (<see cref="StoreSeal"/>).
/// </summary>
public static class StoreBuilder
{
    /// <summary>
    /// From so many entries on, the standard's tables are views unless it is asked otherwise: written out they hold some
    /// eight rows an entry (docs/adr/0019).
    /// </summary>
    public const int MostEntriesWithTables = 50_000;

    private const int ManyEntries = 1_000_000;

    /// <summary>Makes a store, in the place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trace">The journal.</param>
    /// <param name="facts">What the manifest of the run says.</param>
    /// <param name="cancellation">Given up, it leaves nothing.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static void Build(string path, RunTrace trace, StoreFacts facts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(facts);
        var unfinished = $"{path}.unfinished-{System.Environment.ProcessId}";
        try
        {
            using (var file = new StoreFile(unfinished))
            {
                Write(file, trace, facts, cancellation);
                file.Commit();
            }

            StoreSeal.Keep(unfinished, path);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    private static void Write(StoreFile file, RunTrace trace, StoreFacts facts, CancellationToken cancellation)
    {
        GiveBack(trace);
        var numbers = new StoreNumbers(trace);
        var writesTables = facts.WritesOcelTables ?? trace.Entries.Length <= MostEntriesWithTables;
        file.Execute(StoreSchema.Section("store", "tables"));
        WriteFacts(file, trace, facts, writesTables);
        StoreWords.Write(file);
        ModelRows.Write(file, numbers, facts.Until);
        IReadOnlyCollection<int> activities;
        using (var entries = new EntryRows(file, numbers))
        {
            entries.Write(cancellation);
            activities = entries.Activities;
        }

        WriteActivities(file, activities);
        GiveBack(trace);
        using (var dossiers = new DossierRows(file, numbers, facts.Until))
        {
            dossiers.Write();
        }

        cancellation.ThrowIfCancellationRequested();
        file.Execute(StoreSchema.Section("store", "indices"));
        file.Execute(StoreSchema.Section("store", "views"));
        OcelTables.Write(file, activities, writesTables);
    }

    /// <summary>
    /// Memory that reading the scenario or the offices has left behind is not asked for again; beside a large journal it
    /// would be a third of what the process has.
    /// </summary>
    private static void GiveBack(RunTrace trace)
    {
        if (trace.Entries.Length > ManyEntries)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private static void WriteFacts(StoreFile file, RunTrace trace, StoreFacts facts, bool writesTables)
    {
        var (source, axis) = (trace.Model.Source, trace.Model.Source.Axis);
        using var rows = file.Rows("run", 2);
        void Text(string key, string value) => rows.Set(0, key).Set(1, value).Write();
        void Number(string key, long value) => rows.Set(0, key).Set(1, value).Write();
        Number("schema", StoreSchema.Version);
        Text("scenario", source.Scenario);
        Text("variant", source.Variant);
        Text("seed", facts.Seed.ToString(CultureInfo.InvariantCulture));
        Number("replication", facts.Replication);
        Text("start", axis.ToIso(default));
        Number("start_seconds", SecondsSince1970(axis.Start));
        Number("offset", axis.Offset);
        Number("until", facts.Until);
        Number("ended_at", facts.EndedAt);
        Number("bodies", trace.Model.Bodies.Count);
        Number("entries", trace.Entries.Length);
        Text("digest", facts.Digest);
        Text("ocel", writesTables ? "tables" : "views");
    }

    private static long SecondsSince1970(Kernel.Time.CivilTime start) =>
        (start.Minutes - new Kernel.Time.CivilTime(1970, 1, 1).Minutes) * 60;

    private static void WriteActivities(StoreFile file, IReadOnlyCollection<int> activities)
    {
        using var rows = file.Rows("activity", 6);
        foreach (var activity in activities)
        {
            var name = StoreWords.ActivityName(activity);
            var kind = (Kernel.Journal.EntryKind)(activity / 256);
            rows.Set(0, activity).Set(1, (int)kind).Set(4, name).Set(5, name.Replace(' ', '_'));
            if (activity % 256 != 0)
            {
                rows.Set(StoreWords.TellsOfPaper(kind) ? 3 : 2, activity % 256);
            }

            rows.Write();
        }
    }
}
