using Simulator.Kernel.Journal;
using Simulator.Tests.Outside;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Store;

/// <summary>The store as an object-centric event log, by the rules of the standard and as another reader sees it.</summary>
public sealed class OcelTests
{
    private static readonly string[] Common =
        ["event", "object", "event_object", "object_object", "event_map_type", "object_map_type"];

    public static TheoryData<string> Names => ShippedRun.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_is_an_event_with_its_body_and_its_directive(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: true);
        var entries = stored.Played.Entries;
        Assert.Equal(entries.Count, stored.Number("SELECT count(*) FROM event"));
        Assert.Equal(entries.Count, stored.Number("SELECT count(*) FROM event_object WHERE ocel_qualifier = 'by'"));
        var directives = stored.Played.Model.Directives.Select(each => each.ShortHash).ToHashSet();
        Assert.Equal(
            entries.Count(each => directives.Contains(each.Root)),
            stored.Number("SELECT count(*) FROM event_object WHERE ocel_qualifier = 'about'"));
        Assert.Equal(
            entries.Count(each => each.Kind == EntryKind.Issued),
            stored.Number("SELECT count(*) FROM event_object WHERE ocel_qualifier = 'issues'"));
        Assert.Equal(
            entries.Count(each => each.BringsDirective),
            stored.Number("SELECT count(*) FROM event_object WHERE ocel_qualifier = 'receives' AND ocel_object_id LIKE 'document:%'"));
        Assert.Equal(
            stored.Number("SELECT count(*) FROM report"),
            stored.Number("SELECT count(*) FROM event_object WHERE ocel_qualifier = 'sends'"));
        Assert.Empty(stored.Ask("PRAGMA foreign_key_check"));
    }

    /// <summary>
    /// The constraints of the relational form (OCEL 2.0 Specification, 2023, section 5): which tables, which columns,
    /// which keys. Tables hold to all; views have the names, the columns and the rows.
    /// </summary>
    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("document-flood")]
    [InlineData("mechanisms/inflation")]
    [InlineData("mechanisms/recall")]
    public void The_tables_keep_the_rules_of_the_standard(string name)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: true);
        var tables = stored.Ask("SELECT name FROM sqlite_master WHERE type = 'table'").Select(row => (string)row[0]!).ToList();
        Assert.Empty(Common.Except(tables));
        foreach (var side in new[] { "event", "object" })
        {
            var types = stored.Ask($"SELECT ocel_type, ocel_type_map FROM {side}_map_type");
            Assert.Equal(
                types.Select(row => $"{side}_{row[1]}").Concat([$"{side}_map_type", $"{side}_object"]).Order(StringComparer.Ordinal),
                tables.Where(table => table.StartsWith($"{side}_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.Equal(["ocel_type", "ocel_type_map"], Columns(stored, $"{side}_map_type"));
            Assert.Equal(["ocel_type"], Keys(stored, $"{side}_map_type"));
            Assert.Equal(["ocel_id", "ocel_type"], Columns(stored, side));
            Assert.Equal(["ocel_id"], Keys(stored, side));
            Assert.Equal([$"ocel_type>{side}_map_type.ocel_type"], References(stored, side));
            foreach (var row in types)
            {
                var table = $"{side}_{row[1]}";
                var columns = Columns(stored, table);
                Assert.Equal(["ocel_id", "ocel_time"], columns[..2]);
                Assert.Equal("TIMESTAMP", stored.Ask($"SELECT type FROM pragma_table_info('{table}') WHERE name = 'ocel_time'")[0][0]);
                Assert.Equal([$"ocel_id>{side}.ocel_id"], References(stored, table));
                Assert.Equal(side == "event" ? ["ocel_id"] : [], Keys(stored, table));
                Assert.Equal(side == "object", columns.Contains("ocel_changed_field"));
                Assert.Equal(
                    stored.Ask($"SELECT ocel_id FROM {side} WHERE ocel_type = '{row[0]}' ORDER BY 1").Select(id => id[0]),
                    stored.Ask($"SELECT DISTINCT ocel_id FROM {table} ORDER BY 1").Select(id => id[0]));
            }
        }

        Assert.Equal(["ocel_event_id", "ocel_object_id", "ocel_qualifier"], Columns(stored, "event_object"));
        Assert.Equal(["ocel_event_id", "ocel_object_id", "ocel_qualifier"], Keys(stored, "event_object"));
        Assert.Equal(["ocel_event_id>event.ocel_id", "ocel_object_id>object.ocel_id"], References(stored, "event_object"));
        Assert.Equal(["ocel_source_id", "ocel_target_id", "ocel_qualifier"], Columns(stored, "object_object"));
        Assert.Equal(["ocel_source_id", "ocel_target_id", "ocel_qualifier"], Keys(stored, "object_object"));
        Assert.Equal(["ocel_source_id>object.ocel_id", "ocel_target_id>object.ocel_id"], References(stored, "object_object"));
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/inflation")]
    [InlineData("mechanisms/recall")]
    [InlineData("mechanisms/outbreak")]
    public void Views_say_what_the_tables_say(string name)
    {
        using var tables = new StoredRun(ShippedRun.Base(name), writesOcelTables: true);
        using var views = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        foreach (var row in tables.Ask("""
            SELECT name FROM sqlite_master WHERE type = 'table'
            AND (name IN ('event', 'object') OR name LIKE 'event#_%' ESCAPE '#' OR name LIKE 'object#_%' ESCAPE '#')
            """))
        {
            Assert.Equal(Sorted(tables, row[0]), Sorted(views, row[0]));
        }
    }

    [Theory]
    [InlineData("bac-kan-570", true)]
    [InlineData("bac-kan-570", false)]
    [InlineData("hot-above-cold-below", true)]
    [InlineData("mechanisms/inflation", false)]
    public void PM4Py_opens_a_store_and_counts_the_same(string name, bool writesOcelTables)
    {
        using var stored = new StoredRun(ShippedRun.Base(name), writesOcelTables);
        var read = AskPm4Py(stored.File);
        Assert.Equal(stored.Number("SELECT count(*) FROM event"), read["events"]);
        Assert.Equal(stored.Number("SELECT count(DISTINCT ocel_object_id) FROM event_object"), read["objects"]);
        Assert.Equal(stored.Number("SELECT count(*) FROM event_object"), read["event-object"]);
        // It leaves out objects that no event is about, and what is said of them.
        Assert.Equal(stored.Number("""
            SELECT count(*) FROM object_object WHERE ocel_source_id IN (SELECT ocel_object_id FROM event_object)
            AND ocel_target_id IN (SELECT ocel_object_id FROM event_object)
            """), read["object-object"]);
        Assert.Equal(stored.Number("SELECT count(DISTINCT ocel_type) FROM event"), read["event types"]);
        Assert.Equal(writesOcelTables ? 0 : 17, read["unsatisfied"]);
    }

    private static Dictionary<string, double> AskPm4Py(string file) => OutsideReader.Pm4Py("""
        from pm4py.objects.ocel.validation import ocel20_rel_validation
        log = pm4py.read_ocel2_sqlite(sys.argv[1])
        for name, value in [('events', len(log.events)), ('objects', len(log.objects)), ('event-object', len(log.relations)),
                ('object-object', len(log.o2o)), ('event types', log.events['ocel:activity'].nunique()),
                ('unsatisfied', len(ocel20_rel_validation.apply(sys.argv[1])[1]))]:
            print(f'{name}={value}')
        """, file);

    private static List<string> Sorted(StoredRun stored, object? table) =>
        [.. stored.Ask($"SELECT * FROM {table}").Select(row => string.Join('|', row)).Order(StringComparer.Ordinal)];

    private static string[] Columns(StoredRun stored, string table) =>
        [.. stored.Ask($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Select(row => (string)row[0]!)];

    private static string[] Keys(StoredRun stored, string table) =>
        [.. stored.Ask($"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk").Select(row => (string)row[0]!)];

    private static string[] References(StoredRun stored, string table) =>
    [
        .. stored.Ask($"SELECT \"from\" || '>' || \"table\" || '.' || \"to\" FROM pragma_foreign_key_list('{table}') ORDER BY \"from\"")
            .Select(row => (string)row[0]!),
    ];
}
