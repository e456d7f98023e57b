using System.Text.Json;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Perfetto;
using Simulator.Tests.Outside;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Exports;

public sealed class PerfettoExportTests
{
    public static TheoryData<string> Names => OcelExportTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Stretches_nest_on_their_rows_and_arrows_have_ends_to_bind_to(string name)
    {
        using var run = new ExportedRun(name, writesOcelTables: false);
        var events = Events(run, new PerfettoChoice());
        StretchesNest(events);
        ArrowsBind(events);
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/inflation")]
    public void The_engine_of_Chrome_s_developer_tools_finds_every_step_and_every_paper(string name)
    {
        using var run = new ExportedRun(name);
        var read = OutsideReader.TraceEngine(Write(run));
        double Number(string sql) => run.Stored.Number(sql);
        Assert.Equal(0, read["unmatched"]);
        const string steps = "FROM entry e JOIN directive d ON d.root = e.root WHERE e.kind = 3";
        const string papers =
            "FROM entry e JOIN entry c ON c.id = e.cause JOIN directive d ON d.root = e.root WHERE e.kind = 2 AND c.body <> e.body";
        Assert.Equal(Number($"SELECT count(*) {steps}"), read["steps"]);
        Assert.Equal(Number($"SELECT sum(e.at - e.started) {steps}"), read["minutes of steps"]);
        Assert.Equal(Number($"SELECT count(*) {papers}"), read["papers"]);
        Assert.Equal(2 * Number($"SELECT count(*) {papers}"), read["ends of papers"]);
        Assert.Equal(Number($"SELECT sum(e.at - c.at) {papers}"), read["minutes on the way"]);
        Assert.Equal(Number("SELECT count(DISTINCT body) FROM dossier WHERE arrived IS NOT NULL OR issued IS NOT NULL"), read["bodies"]);
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/outbreak")]
    public void The_trace_is_valid_by_the_schema_of_its_form(string name)
    {
        using var run = new ExportedRun(name);
        Assert.Equal("", OutsideReader.Ajv(Schema, Write(run)));
    }

    [Theory]
    [InlineData("\"ph\":\"e\"", "\"ph\":\"E\"")]
    [InlineData("\"dur\":60000000,", "")]
    [InlineData("\"bp\":\"e\"", "\"bp\":\"x\"")]
    public void The_schema_refuses_what_the_form_does_not_have(string right, string wrong)
    {
        using var run = new ExportedRun("bac-kan-570");
        using var folder = new TemporaryFolder();
        var text = run.Text((source, stream) => PerfettoExport.Write(source, stream, new PerfettoChoice()));
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.NotEqual("", OutsideReader.Ajv(Schema, folder.Write("trace.json", text.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_choice_shows_the_slowest_of_a_subtree_and_those_above_them()
    {
        using var run = new ExportedRun("bac-kan-570");
        var bodies = new PerfettoBodies(run.Source, new PerfettoChoice { Under = "city", Top = 2 });
        var keys = bodies.Places.Select(id => (string)run.Stored.Ask($"SELECT key FROM body WHERE id = {id}")[0][0]!).ToList();
        Assert.Equal(["pm", "province", "city"], keys[..3]);
        Assert.Equal(4, keys.Count); // the city is one of the two
        Assert.All(keys[2..], key => Assert.Equal(0, run.Stored.Number(
            $"SELECT count(*) FROM dossier d JOIN body b ON b.id = d.body WHERE b.key = '{key}' AND d.complied IS NOT NULL")));
        Assert.Throws<ExportException>(() => new PerfettoBodies(run.Source, new PerfettoChoice { Directive = "571" }));
        Assert.Throws<ExportException>(() => new PerfettoBodies(run.Source, new PerfettoChoice { Under = "communes" }));
    }

    [Fact]
    public void The_counter_of_a_body_ends_at_nothing()
    {
        using var run = new ExportedRun("bac-kan-570");
        var counters = Events(run, new PerfettoChoice()).Where(each => Phase(each) == "C")
            .GroupBy(each => each.GetProperty("pid").GetInt64());
        Assert.All(counters, counter =>
        {
            var values = counter.Select(each => each.GetProperty("args").GetProperty("steps in hand").GetInt64()).ToList();
            Assert.All(values, value => Assert.True(value >= 0));
            Assert.Equal(0, values[^1]);
        });
    }

    private static void StretchesNest(List<JsonElement> events)
    {
        var rows = events.Where(each => Phase(each) is "b" or "e" or "n")
            .GroupBy(each => (each.GetProperty("pid").GetInt64(), each.GetProperty("id").GetString()));
        foreach (var row in rows)
        {
            var open = new Stack<string>();
            foreach (var each in row.OrderBy(Ts)) // is stable, as that of the readers
            {
                switch (Phase(each))
                {
                    case "b":
                        open.Push(Name(each));
                        break;
                    case "e":
                        Assert.Equal(open.Pop(), Name(each));
                        break;
                    default:
                        Assert.NotEmpty(open);
                        break;
                }

                Assert.InRange(open.Count, 0, 2);
            }

            Assert.Empty(open);
        }
    }

    private static void ArrowsBind(List<JsonElement> events)
    {
        var papers = events.Where(each => Phase(each) == "X").Select(each => (each.GetProperty("pid").GetInt64(), Ts(each))).ToHashSet();
        var arrows = events.Where(each => Phase(each) is "s" or "f").GroupBy(each => each.GetProperty("id").GetString()).ToList();
        Assert.All(arrows, arrow => Assert.Equal(["s", "f"], arrow.Select(Phase)));
        Assert.All(arrows, arrow => Assert.True(Ts(arrow.First()) <= Ts(arrow.Last())));
        Assert.All(arrows.SelectMany(arrow => arrow), end => Assert.Contains((end.GetProperty("pid").GetInt64(), Ts(end)), papers));
    }

    private static string Schema => Path.Combine(ShippedScenarios.Repository, "tests/Simulator.Tests/Analysis/Exports/trace.schema.json");

    private static string Write(ExportedRun run) =>
        run.File("trace.json", (source, stream) => PerfettoExport.Write(source, stream, new PerfettoChoice()));

    private static List<JsonElement> Events(ExportedRun run, PerfettoChoice choice) =>
    [
        .. JsonDocument.Parse(run.Text((source, stream) => PerfettoExport.Write(source, stream, choice)))
            .RootElement.GetProperty("traceEvents").EnumerateArray(),
    ];

    private static string Phase(JsonElement each) => each.GetProperty("ph").GetString()!;

    private static string Name(JsonElement each) => each.GetProperty("name").GetString()!;

    private static long Ts(JsonElement each) => each.GetProperty("ts").GetInt64();
}
