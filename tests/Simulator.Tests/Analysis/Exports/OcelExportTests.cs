using System.Globalization;
using System.Text.Json;
using Simulator.Analysis.Exports.Ocel;
using Simulator.Tests.Outside;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Exports;

public sealed class OcelExportTests
{
    /// <summary>The shipped scenarios; the two largest take long and show nothing that the others do not.</summary>
    public static TheoryData<string> Names =>
        [.. ShippedScenarios.Files.Select(ShippedScenarios.NameOf).Except(["working-group", "document-flood"])];

    /// <summary>The tables of the store are the one telling, this is the other: each row of one is in the other.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Events_objects_and_relations_are_those_of_the_tables(string name)
    {
        using var run = new ExportedRun(name, writesOcelTables: true);
        using var log = Log(run);
        var (events, objects) = (Items(log, "events"), Items(log, "objects"));
        Same(run, "SELECT ocel_id, ocel_type FROM event", events.Select(each => Line(Text(each, "id"), Text(each, "type"))));
        Same(run, "SELECT ocel_id, ocel_type FROM object", objects.Select(each => Line(Text(each, "id"), Text(each, "type"))));
        Same(run, "SELECT * FROM event_object", events.SelectMany(Relations));
        Same(run, "SELECT * FROM object_object", objects.SelectMany(Relations));
        foreach (var type in run.Stored.Ask("SELECT ocel_type, ocel_type_map FROM event_map_type"))
        {
            var table = $"event_{type[1]}";
            var of = events.Where(each => Text(each, "type") == (string)type[0]!).ToList();
            Same(run, $"SELECT ocel_id, ocel_time FROM {table}", of.Select(each => Line(Text(each, "id"), Stored(Text(each, "time")))));
            foreach (var column in Columns(run, table).Skip(2))
            {
                Same(run, $"SELECT ocel_id, {column} FROM {table} WHERE {column} IS NOT NULL",
                    of.SelectMany(each => Attributes(each, column)).Select(each => Line(each.Id, Stored(each.Value))));
            }
        }

        foreach (var type in run.Stored.Ask("SELECT ocel_type FROM object_map_type").Select(row => (string)row[0]!))
        {
            var of = objects.Where(each => Text(each, "type") == type).ToList();
            foreach (var column in Columns(run, $"object_{type}").Skip(3))
            {
                Same(run, $"SELECT ocel_id, ocel_time, {column} FROM object_{type} WHERE {column} IS NOT NULL",
                    of.SelectMany(each => Attributes(each, column)).Select(each => Line(each.Id, Stored(each.Time!), each.Value)));
            }
        }
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/inflation")]
    public void The_log_is_valid_by_the_schema_of_the_standard(string name)
    {
        using var run = new ExportedRun(name);
        Assert.Equal("", OutsideReader.Ajv(Schema, run.File("log.json", (source, stream) => OcelExport.Write(source, stream))));
    }

    [Theory]
    [InlineData("\"objectTypes\":", "\"object types\":")]
    [InlineData("\"qualifier\":\"by\"", "\"qualifier\":1")]
    [InlineData(":00Z\"", ":00\"")]
    public void The_schema_refuses_what_the_standard_does_not_have(string right, string wrong)
    {
        using var run = new ExportedRun("bac-kan-570");
        using var folder = new TemporaryFolder();
        var text = run.Text((source, stream) => OcelExport.Write(source, stream));
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.NotEqual("", OutsideReader.Ajv(Schema, folder.Write("log.json", text.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Markup_in_a_name_is_escaped_and_survives()
    {
        using var run = ExportedRun.WithNames("<b>&\"x\"", "=1+2");
        Assert.DoesNotContain("<b>", run.Text((source, stream) => OcelExport.Write(source, stream)), StringComparison.Ordinal);
        using var log = Log(run);
        Assert.Contains(
            "<b>&\"x\"", Items(log, "objects").SelectMany(each => Attributes(each, "name")).Select(attribute => attribute.Value));
    }

    private static string Schema => Path.Combine(ShippedScenarios.Repository, "tests/Simulator.Tests/Analysis/Exports/ocel.schema.json");

    private static JsonDocument Log(ExportedRun run) =>
        JsonDocument.Parse(run.Text((source, stream) => OcelExport.Write(source, stream)));

    private static List<JsonElement> Items(JsonDocument log, string name) => [.. log.RootElement.GetProperty(name).EnumerateArray()];

    private static IEnumerable<string> Columns(ExportedRun run, string table) =>
        run.Stored.Ask($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Select(row => (string)row[0]!);

    private static IEnumerable<string> Relations(JsonElement each) => each.GetProperty("relationships").EnumerateArray()
        .Select(relation => Line(Text(each, "id"), Text(relation, "objectId"), Text(relation, "qualifier")));

    private static IEnumerable<(string Id, string Value, string? Time)> Attributes(JsonElement each, string name) =>
        each.GetProperty("attributes").EnumerateArray().Where(attribute => Text(attribute, "name") == name)
            .Select(attribute => (
                Text(each, "id"), Text(attribute, "value"), attribute.TryGetProperty("time", out var time) ? time.GetString() : null));

    private static string Text(JsonElement each, string name) => each.GetProperty(name).GetString()!;

    /// <summary>A moment as the tables have it.</summary>
    private static string Stored(string value) =>
        value.Length == 20 && value[^1] == 'Z' && value[10] == 'T' ? value.Replace('T', ' ').TrimEnd('Z') : value;

    private static string Line(params string[] cells) => string.Join('|', cells);

    private static void Same(ExportedRun run, string sql, IEnumerable<string> lines) => Assert.Equal(
        run.Stored.Ask(sql).Select(row => string.Join('|', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))))
            .Order(StringComparer.Ordinal),
        lines.Order(StringComparer.Ordinal));
}
