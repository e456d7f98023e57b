using Simulator.Analysis.Measures;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Store;

public sealed class StoredJournalTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_journal_can_be_had_back_from_its_store_byte_for_byte(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        var journal = stored.Journal();
        Assert.Equal(stored.Played.Entries, journal);
        Assert.Equal(stored.Played.Digest, default(Digest).With(journal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_reference_in_a_store_leads_somewhere(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        Assert.Empty(stored.Ask("PRAGMA foreign_key_check"));
        Assert.Equal("ok", stored.Ask("PRAGMA integrity_check")[0][0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_minutes_to_each_entry_add_up_to_those_since_its_cause(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        Assert.Empty(stored.Ask("""
            SELECT e.id, e.at - e.enabled, sum(w.minutes) FROM entry e LEFT JOIN wait w ON w.entry = e.id
            GROUP BY e.id HAVING coalesce(e.at - e.enabled, 0) <> coalesce(sum(w.minutes), 0)
            """));
        Assert.Empty(stored.Ask("SELECT e.id FROM entry e JOIN entry c ON c.id = e.cause WHERE c.at <> e.enabled"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_store_counts_what_its_journal_says_by_kind(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        var counted = stored.Played.Entries.GroupBy(entry => (long)entry.Kind).OrderBy(each => each.Key)
            .Select(each => (each.Key, (long)each.Count()));
        Assert.Equal(counted, stored.Ask("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY kind")
            .Select(row => ((long)row[0]!, (long)row[1]!)));
        Assert.Equal(stored.Played.Entries.Count(entry => entry.Kind == EntryKind.Issued), stored.Number("SELECT count(*) FROM document"));
        Assert.Equal(
            stored.Played.Entries.Count(entry => entry.BringsDirective), stored.Number("SELECT count(*) FROM deliveries"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_view_gives_its_rows(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        foreach (var row in stored.Ask("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"))
        {
            stored.Ask($"SELECT * FROM \"{row[0]}\" LIMIT 3");
        }

        var entries = stored.Played.Entries;
        Assert.Equal(entries.Count, stored.Number("SELECT count(*) FROM journal"));
        Assert.Equal(entries.Count(each => each.Kind == EntryKind.StepEnded), stored.Number("SELECT count(*) FROM steps"));
        Assert.Equal(stored.Number("SELECT count(*) FROM wait"), stored.Number("SELECT count(*) FROM waits"));
        Assert.Equal(stored.Played.Model.Bodies.Count, stored.Number("SELECT count(*) FROM bodies"));
        Assert.Equal(stored.Played.Model.Directives.Sum(each => each.Reach.Count), stored.Number("SELECT count(*) FROM delays"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dossiers_are_what_the_journal_says_of_each_body(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        var progress = ProgressReader.Read(stored.Trace);
        var model = stored.Trace.Model;
        var told = stored.Ask("""
            SELECT d.root, b.place, g.key, d.arrived, d.registered, d.handled, d.issued, d.complied, d.closed, d.report_arrived,
                   d.own, d.done, d.done_late, d.reminders, d.content
            FROM dossier d JOIN body b ON b.id = d.body JOIN progress g ON g.id = d.state
            """);
        var expected = 0;
        foreach (var row in told)
        {
            var (root, body) = ((int)(long)row[0]! - 1, (int)(long)row[1]!);
            var own = progress[root].GetValueOrDefault(body);
            expected += own is null ? 0 : 1;
            var counts = StateCounts.Of(model, root, body, own, stored.Played.Until);
            own ??= new BodyProgress { Body = body };
            int[] moments =
            [
                own.ArrivedAt, own.RegisteredAt, own.HandledAt, own.IssuedAt, own.CompliedAt, own.ClosedAt, own.ReportArrivedAt,
            ];
            int[] figures = [counts.All, counts.DoneOnTime + counts.DoneLate, counts.DoneLate, own.Reminders, own.ContentShare];
            var isSame = row[3..10].Select(moment => (int)((long?)moment ?? -1)).SequenceEqual(moments)
                && row[10..15].Select(count => (int)(long)count!).SequenceEqual(figures)
                && string.Equals(
                    ((string)row[2]!).Replace("-", "", StringComparison.Ordinal), own.State.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.True(isSame, $"{own} is {string.Join(", ", row)}");
        }

        Assert.Equal(progress.Sum(each => each.Count), expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Delays_and_states_are_those_of_the_measures(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        var progress = ProgressReader.Read(stored.Trace);
        var measures = DirectiveMeasures.Of(stored.Trace, progress);
        for (var root = 0; root < measures.Count; root++)
        {
            var id = measures[root].Directive.Source.Id;
            Assert.Equal(
                [measures[root].Addressed, measures[root].Reached, measures[root].Registered, measures[root].Complied],
                stored.Ask($"SELECT count(*), count(to_reach), count(to_register), count(to_comply) FROM delays WHERE directive = '{id}'")[0]
                    .Select(count => (int)(long)count!));
            foreach (var level in measures[root].MedianDelays)
            {
                var delays = stored.Ask(
                    $"SELECT to_reach FROM delays WHERE directive = '{id}' AND level = '{level.Level}' AND to_reach NOT NULL ORDER BY 1");
                Assert.Equal(level.Reached, delays.Count);
                Assert.Equal(
                    level.Hours, ((long)delays[(delays.Count - 1) / 2][0]! + (long)delays[delays.Count / 2][0]!) / 120.0, 1e-9);
            }

            var states = StateCounts.ByLevel(stored.Trace.Model, root, progress[root], stored.Played.Until)
                .Aggregate(default(StateCounts), (sum, level) => sum + level.Counts);
            var told = stored.Ask($"SELECT state, count(*) FROM assignments WHERE directive = '{id}' AND body IN "
                    + $"(SELECT body FROM delays WHERE directive = '{id}' UNION SELECT issuer FROM directives WHERE directive = '{id}') GROUP BY state")
                .ToDictionary(row => (string)row[0]!, row => (int)(long)row[1]!);
            Assert.Equal(
                states,
                new StateCounts(
                    told.GetValueOrDefault("done-on-time"), told.GetValueOrDefault("done-late"), told.GetValueOrDefault("in-term"),
                    told.GetValueOrDefault("overdue")));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Assignments_that_are_done_say_when_and_the_last_of_changes_is_the_state(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        Assert.Empty(stored.Ask("SELECT * FROM own_assignment WHERE (ended IS NULL) <> (state NOT IN ('done-on-time', 'done-late'))"));
        Assert.Empty(stored.Ask("SELECT * FROM own_assignment WHERE state = 'done-on-time' AND ended > due"));
        Assert.Empty(stored.Ask("SELECT * FROM own_assignment WHERE state = 'done-late' AND NOT ended > due"));
        Assert.Empty(stored.Ask("""
            SELECT d.* FROM dossier d LEFT JOIN state_change s ON s.root = d.root AND s.body = d.body
             AND s.rowid = (SELECT max(rowid) FROM state_change WHERE root = d.root AND body = d.body)
            WHERE d.state <> coalesce(s.state, 0)
            """));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reports_are_those_that_were_sent(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        var read = ReportReader.Read(stored.Trace);
        var sent = read.SelectMany((reports, root) => reports.Where(report => report.SentAt >= 0).Select(report =>
                (root + 1L, (long)report.Body, (long)report.Number, (long)report.SentAt,
                    report.ArrivedAt < 0 ? null : (long?)report.ArrivedAt, (long)report.Known, (long)report.Claimed)))
            .Order().ToList();
        var told = stored.Ask("""
            SELECT p.root, b.place, p.number, p.sent, p.arrived, p.known, p.claimed FROM report p JOIN body b ON b.id = p.body
            WHERE p.paper IN (7, 10) AND p.known IS NOT NULL
            """)
            .Select(row => ((long)row[0]!, (long)row[1]!, (long)row[2]!, (long)row[3]!, (long?)row[4], (long)row[5]!, (long)row[6]!))
            .Order().ToList();
        Assert.Equal(sent, told);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_store_holds_the_journal_of_any_made_up_run(int seed)
    {
        using var stored = new StoredRun(Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed }), seed % 2 == 0);
        Assert.Equal(stored.Played.Entries, stored.Journal());
        Assert.Empty(stored.Ask("PRAGMA foreign_key_check"));
        Assert.Equal(stored.Played.Entries.Count, stored.Number("SELECT count(*) FROM event"));
        Assert.Equal(0, stored.Number("SELECT count(*) - count(DISTINCT ocel_id) FROM object"));
        Assert.Equal(0, stored.Number("SELECT count(*) FROM event_object WHERE ocel_object_id NOT IN (SELECT ocel_id FROM object)"));
        Assert.Empty(stored.Ask("""
            SELECT e.id FROM entry e LEFT JOIN wait w ON w.entry = e.id
            GROUP BY e.id HAVING coalesce(e.at - e.enabled, 0) <> coalesce(sum(w.minutes), 0)
            """));
    }

    [Fact]
    public void Names_are_kept_as_they_are_written()
    {
        const string name = "UBND xã \"Đắk Ơ\"; DROP TABLE entry; -- O'Brien, 100% {map}";
        var model = ShippedRun.Model("mechanisms/reminders").Source;
        model = model with { Bodies = [.. model.Bodies.Select(body => body with { Name = name })] };
        using var stored = new StoredRun(Played.Of(model), writesOcelTables: true);
        var quoted = name.Replace("'", "''", StringComparison.Ordinal);
        Assert.Equal(model.Bodies.Count, stored.Number($"SELECT count(*) FROM bodies WHERE name = '{quoted}'"));
        Assert.Equal(name, stored.Ask("SELECT name FROM object_body LIMIT 1")[0][0]);
    }

    [Fact]
    public void Equal_runs_have_equal_stores()
    {
        using var one = new StoredRun(ShippedRun.Base("bac-kan-570"));
        using var other = new StoredRun(ShippedRun.Base("bac-kan-570"));
        Assert.Equal(File.ReadAllBytes(one.File), File.ReadAllBytes(other.File));
    }

    [Fact]
    public void A_run_in_which_nothing_happens_has_a_store_all_the_same()
    {
        var played = Played.Of(ShippedRun.Model("bac-kan-570"), new RunOptions { Until = new(1) });
        Assert.Empty(played.Entries);
        using var stored = new StoredRun(played);
        Assert.Empty(stored.Ask("SELECT * FROM journal"));
        Assert.Equal(31, stored.Number("SELECT count(*) FROM delays WHERE state = 'not-reached'"));
        Assert.Empty(stored.Ask("PRAGMA foreign_key_check"));
        Assert.Equal(0, stored.Number("SELECT count(*) FROM event"));
    }

    [Fact]
    public void A_cut_of_a_run_has_a_store_too()
    {
        var played = Played.Of(ShippedRun.Model("bac-kan-570"), new RunOptions { Seed = 570, Until = new(3000) });
        using var stored = new StoredRun(played);
        Assert.Equal(played.Entries, stored.Journal());
        Assert.Empty(stored.Ask("PRAGMA foreign_key_check"));
    }
}
