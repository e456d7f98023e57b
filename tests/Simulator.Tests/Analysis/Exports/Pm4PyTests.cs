using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Csv;
using Simulator.Analysis.Exports.Ocel;
using Simulator.Analysis.Exports.Xes;
using Simulator.Tests.Outside;

namespace Simulator.Tests.Analysis.Exports;

/// <summary>PM4Py opens what is written for it, and counts what a query of the store counts.</summary>
public sealed class Pm4PyTests
{
    public static TheoryData<string, CaseNotion, CaseEvents> Logs
    {
        get
        {
            var data = new TheoryData<string, CaseNotion, CaseEvents>();
            foreach (var name in new[] { "bac-kan-570", "mechanisms/inflation" })
            {
                foreach (var notion in Enum.GetValues<CaseNotion>())
                {
                    data.Add(name, notion, notion == CaseNotion.Directive ? CaseEvents.Steps : CaseEvents.All);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_log_with_cases_has_the_same_events_cases_and_variants(string name, CaseNotion notion, CaseEvents events)
    {
        using var run = new ExportedRun(name);
        var csv = run.File("log.csv", (source, stream) => CsvExport.Write(source, stream, notion, events));
        var xes = run.File("log.xes", (source, stream) => XesExport.Write(source, stream, notion, events));
        var read = OutsideReader.Pm4Py("""
            def tell(kind, log):
                print(f"{kind} events={len(log)}")
                print(f"{kind} cases={log['case:concept:name'].nunique()}")
                print(f"{kind} variants={len(pm4py.get_variants(log))}")
            frame = pandas.read_csv(sys.argv[1], dtype={'case_id': str}, parse_dates=['enabled', 'started', 'ended'])
            tell('csv', pm4py.format_dataframe(
                frame, case_id='case_id', activity_key='activity', timestamp_key='ended', start_timestamp_key='started'))
            log = pm4py.convert_to_dataframe(pm4py.read_xes(sys.argv[2]))
            tell('xes', log[log['lifecycle:transition'] == 'complete'])
            print(f"starts={len(log[log['lifecycle:transition'] == 'start'])}")
            """, csv, xes);
        var asked = run.Stored.Ask(Query(notion, events))[0];
        foreach (var form in new[] { "csv", "xes" })
        {
            Assert.Equal(Convert.ToDouble(asked[0]), read[$"{form} events"]);
            Assert.Equal(Convert.ToDouble(asked[1]), read[$"{form} cases"]);
            Assert.Equal(Convert.ToDouble(asked[2]), read[$"{form} variants"]);
        }

        Assert.Equal(Convert.ToDouble(asked[3]), read["starts"]);
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("hot-above-cold-below")]
    [InlineData("mechanisms/inflation")]
    public void The_object_centric_log_has_the_same_events_objects_and_relations(string name)
    {
        using var run = new ExportedRun(name);
        var read = OutsideReader.Pm4Py("""
            log = pm4py.read_ocel2(sys.argv[1])
            for name, value in [('events', len(log.events)), ('objects', len(log.objects)), ('event-object', len(log.relations)),
                    ('object-object', len(log.o2o)), ('changes', len(log.object_changes)),
                    ('event types', log.events['ocel:activity'].nunique())]:
                print(f'{name}={value}')
            """, run.File("log.ocel.json", (source, stream) => OcelExport.Write(source, stream)));
        double Number(string sql) => run.Stored.Number(sql);
        Assert.Equal(Number("SELECT count(*) FROM event"), read["events"]);
        Assert.Equal(Number("SELECT count(DISTINCT ocel_object_id) FROM event_object"), read["objects"]);
        Assert.Equal(Number("SELECT count(*) FROM event_object"), read["event-object"]);
        Assert.Equal(Number("SELECT count(DISTINCT ocel_type) FROM event"), read["event types"]);
        // It leaves out objects that no event is about, and what is said of them.
        Assert.Equal(Number("""
            SELECT count(*) FROM object_object WHERE ocel_source_id IN (SELECT ocel_object_id FROM event_object)
            AND ocel_target_id IN (SELECT ocel_object_id FROM event_object)
            """), read["object-object"]);
        Assert.Equal(Number("""
            SELECT count(*) FROM object_assignment WHERE ocel_changed_field IS NOT NULL
            AND ocel_id IN (SELECT ocel_object_id FROM event_object)
            """), read["changes"]);
    }

    /// <summary>Events, cases, variants and steps, by the object-centric log where it has the case, else by the journal.</summary>
    private static string Query(CaseNotion notion, CaseEvents events)
    {
        var rows = notion switch
        {
            CaseNotion.Document => "SELECT ocel_object_id, ocel_event_id FROM event_object WHERE ocel_object_id LIKE 'document:%'",
            CaseNotion.Directive => "SELECT ocel_object_id, ocel_event_id FROM event_object WHERE ocel_qualifier = 'about'",
            CaseNotion.Dossier => """
                SELECT o.ocel_object_id || p.ocel_object_id, o.ocel_event_id FROM event_object o
                JOIN event_object p ON p.ocel_event_id = o.ocel_event_id AND p.ocel_qualifier = 'by' WHERE o.ocel_qualifier = 'about'
                """,
            _ => """
                SELECT o.ocel_object_id, o.ocel_event_id FROM event_object o WHERE o.ocel_qualifier = 'for'
                UNION SELECT 'assignment:' || a.directive || '/' || a.assignment || '@' || a.body, j.body || '#' || j.sequence
                FROM assignments a JOIN journal j ON j.body = a.body AND j.about = a.directive
                WHERE j.activity IN ('register', 'assign', 'directive arrived')
                """,
        };
        return $"""
            WITH belongs (c, id) AS ({rows}),
            listed AS (
              SELECT b.c, e.kind, group_concat(a.key, '>') OVER (
                PARTITION BY b.c ORDER BY e.at, e.body, e.sequence ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS variant
              FROM belongs b JOIN body o ON b.id LIKE o.key || '#%' AND o.key = substr(b.id, 1, length(o.key))
              JOIN entry e ON e.body = o.id AND e.sequence = CAST(substr(b.id, length(o.key) + 2) AS INTEGER)
              JOIN activity a ON a.id = e.activity
              WHERE {(events == CaseEvents.Steps ? "e.kind = 3" : "TRUE")})
            SELECT count(*), count(DISTINCT c), count(DISTINCT variant), sum(kind = 3) FROM listed
            """;
    }
}
