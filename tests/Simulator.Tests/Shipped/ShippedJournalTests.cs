using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Hosts;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Shipped;

public sealed class ShippedJournalTests
{
    /// <summary>Above so many entries a journal is expected by its digest only; of a mechanism above a fifth.</summary>
    private const int MostReadable = 5_000;

    public static TheoryData<string> Names => ShippedRun.Names;

    public static TheoryData<string, string> NamesAndVariants => ShippedRun.NamesAndVariants;

    private static bool Accepts => Environment.GetEnvironmentVariable("SIMULATOR_ACCEPT") == "1";

    [Fact]
    public void The_five_real_chains_are_there() => Assert.Superset(
        new HashSet<string> { "vinh-yen-616", "bac-kan-570", "tan-uyen-121", "bach-quang-197", "phu-yen-91" },
        ShippedRun.Names.Select(row => row.Data).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_journal_is_the_expected_one(string name)
    {
        var played = ShippedRun.Base(name);
        var text = new JournalText(played.Model).Write(played.Entries.ToArray());
        var file = Path.Combine(
            ShippedScenarios.Repository, "tests", "Simulator.Tests", "Expectations", $"{name}.journal.txt");
        var head = $"{name}, seed {played.Options.Seed}: {played.Entries.Count} entries, digest {played.Digest}\n";
        var most = name.StartsWith("mechanisms/", StringComparison.Ordinal) ? MostReadable / 5 : MostReadable;
        var actual = played.Entries.Count <= most ? head + text : head;
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no expectation {file}; make it with SIMULATOR_ACCEPT=1.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_journal_is_the_same_on_one_thread_on_all_cores_and_body_by_body(string name)
    {
        var expected = ShippedRun.Base(name);
        foreach (var regions in new[] { 2, 5 })
        {
            var options = expected.Options with { Regions = regions, Threads = Math.Max(2, Environment.ProcessorCount), ParallelFrom = 0 };
            var cut = Played.Of(expected.Model, options);
            Journals.AreSame(expected, cut.Entries, cut.Digest, $"{name} in {regions} regions");
        }

        var alone = BodyAloneHost.Run(expected.Model, expected.Options);
        Journals.AreSame(expected, alone.Entries, alone.Digest, $"{name}, each body alone");
    }

    [Theory]
    [MemberData(nameof(NamesAndVariants))]
    public void The_journal_passes_the_audit(string name, string variant)
    {
        var options = new RunOptions { Seed = ShippedRun.Load(name).Seed };
        var played = Played.Of(ShippedRun.Model(name, variant == "base" ? null : variant), options);
        Audit.Passes(new Evidence(played), $"{name}, {variant}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_resolved_scenario_has_the_same_journal(string name)
    {
        var loaded = ShippedRun.Load(name);
        var again = Simulator.Scenarios.ScenarioLoader.LoadText(loaded.Resolved!, "resolved");
        Assert.True(again.Model is not null, string.Join('\n', again.Problems));
        var played = Played.Of(again.Model, new RunOptions { Seed = again.Seed });
        Journals.AreSame(ShippedRun.Base(name), played.Entries, played.Digest, $"{name} resolved");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_journal_file_is_read_back_as_it_was_written(string name)
    {
        var played = ShippedRun.Base(name);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.journal");
        try
        {
            using (var writer = new JournalWriter(file))
            {
                writer.Append(played.Entries.ToArray());
                writer.Finish();
            }

            Assert.Equal(played.Entries, JournalFile.ReadAll(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
