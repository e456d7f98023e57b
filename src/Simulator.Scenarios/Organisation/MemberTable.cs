using System.Globalization;
using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Puts the rows of CSV files in place as members of their groups, so that a composed scenario needs no
/// other file and a row is changed like any other member.
/// </summary>
internal sealed class MemberTable(
    Composer composer, SourceReader reader, ReadingLimits limits, ProblemList problems)
{
    private static readonly string[] _own = ["clerk", "leadership", "staff", "last-number"];

    private readonly Dictionary<string, CsvTable?> _tables = [];

    // Variants share the entries that they leave as they are.
    private readonly Dictionary<MapNode, MapNode> _inlined = [];

    /// <summary>A scenario whose bodies have no <c>from</c>.</summary>
    public MapNode Inline(MapNode scenario)
    {
        if (scenario.Map("bodies") is not { } bodies
            || !bodies.Entries.Any(entry => (entry.Value as MapNode)?["from"] is ScalarNode))
        {
            return scenario;
        }

        var entries = bodies.Entries.Select(entry =>
            entry.Value is MapNode body && body.Scalar("from") is { } from
                ? new Entry(entry.Key, Inlined(entry.Key.Text, body, from))
                : entry);
        return scenario.With(scenario.Find("bodies")!.Value.Key, new MapNode(bodies.Place, [.. entries]));
    }

    private MapNode Inlined(string key, MapNode body, ScalarNode from)
    {
        if (!_inlined.TryGetValue(body, out var inlined))
        {
            _inlined[body] = inlined = WithRows(key, body, from);
        }

        return inlined;
    }

    private MapNode WithRows(string key, MapNode body, ScalarNode from)
    {
        var bare = body.Without("from", "where", "id-column", "name-column", "name-prefix", "members");
        if (Table(from) is not { } table)
        {
            return bare.With(new ScalarNode(from.Place, "members"), new MapNode(from.Place, []));
        }

        var members = new MapNode(from.Place, Members(key, body, table));
        if (body.Map("members") is { } own)
        {
            foreach (var (name, _) in own.Entries.Where(entry => members.Find(entry.Key.Text) is null))
            {
                problems.Unknown(
                    name.Place, $"No row of {from.Text} has the id {name.Description}.", name.Text,
                        members.Keys, "There are no rows.");
            }

            members = Merge.Of(members, own);
        }

        return bare.With(new ScalarNode(from.Place, "members"), members);
    }

    private CsvTable? Table(ScalarNode from)
    {
        if (composer.Find(from, "table") is not { } source)
        {
            return null;
        }

        if (!_tables.TryGetValue(source.Path!, out var table))
        {
            byte[]? bytes = reader.Bytes(source.Path!, limits.CsvBytes, from.Place);
            string? text = bytes is null ? null : SourceText.Decode(bytes, source.Name, problems);
            table = text is null ? null : CsvTable.Read(text, source.Name, limits.Bodies, problems);
            table = table is { IsWhole: true } ? table : null; // bodies that miss would be missed everywhere
            _tables[source.Path!] = table;
        }

        return table;
    }

    private List<Entry> Members(string key, MapNode body, CsvTable table)
    {
        int id = Column(body, "id-column", "id", table);
        int name = Column(body, "name-column", "name", table);
        string prefix = body.Text("name-prefix") ?? "";
        var fields = Fields(table);
        if (fields.Any(field => field.Line.Length > 0) && table.Column("under") >= 0)
        {
            problems.Error(
                table.Place, "The table has a column 'under' and others by line.",
                    "Name the line in each: under-state.");
        }

        var filters = Filters(body, table);
        var members = new List<Entry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(row =>
            filters.All(filter => filter.Values.Contains(row.Fields[filter.Column]))))
        {
            string text = id < 0 ? (members.Count + 1).ToString(CultureInfo.InvariantCulture)
                : row.Fields[id];
            var place = id < 0 ? row.Place : row.At(id);
            if (Ids.Problem(text) is { } problem)
            {
                problems.Error(place, $"The id of the row is wrong: {problem}");
            }
            else if (!lines.TryAdd(text, row.Place.Line))
            {
                problems.Error(place, $"The id '{text}' is there already, on line {lines[text]}.",
                    "Ids are there once.");
            }
            else
            {
                members.Add(new Entry(new ScalarNode(place, text), Member(row, name, prefix, fields)));
            }
        }

        if (members.Count == 0)
        {
            problems.Warning(
                body.Scalar("from")!.Place,
                    $"'{key}' has no members: no row of {body.Text("from")} is meant.");
        }

        return members;
    }

    private int Column(MapNode body, string key, string usual, CsvTable table)
    {
        if (body.Scalar(key) is not { } named)
        {
            return table.Column(usual);
        }

        if (table.Column(named.Text) < 0)
        {
            problems.Unknown(
                named.Place,
                $"{body.Text("from")} has no column {named.Description}.",
                named.Text,
                table.Columns,
                "It has no columns.");
        }

        return table.Column(named.Text);
    }

    private static List<(int Column, string Line, ScalarNode Key)> Fields(CsvTable table)
    {
        var fields = new List<(int, string, ScalarNode)>();
        for (int i = 0; i < table.Columns.Count; i++)
        {
            string column = table.Columns[i];
            if (_own.Contains(column) || column == "under")
            {
                fields.Add((i, "", new ScalarNode(table.Place, column)));
            }
            else if (column.StartsWith("under-", StringComparison.Ordinal))
            {
                fields.Add((i, column["under-".Length..], new ScalarNode(table.Place, "under")));
            }
        }

        return fields;
    }

    private List<(int Column, HashSet<string> Values)> Filters(MapNode body, CsvTable table)
    {
        var filters = new List<(int, HashSet<string>)>();
        foreach (var (column, value) in body.Entries("where"))
        {
            var wanted = value.Scalars().Select(each => each.Text).ToHashSet(StringComparer.Ordinal);
            if (table.Column(column.Text) < 0)
            {
                problems.Unknown(
                    column.Place,
                    $"{body.Text("from")} has no column {column.Description}.",
                    column.Text,
                    table.Columns,
                    "It has no columns.");
            }
            else
            {
                filters.Add((table.Column(column.Text), wanted));
            }
        }

        return filters;
    }

    private MapNode Member(
        CsvRow row, int name, string prefix, List<(int Column, string Line, ScalarNode Key)> fields)
    {
        var entries = new List<Entry>();
        if (name >= 0 && row.Fields[name].Length > 0)
        {
            entries.Add(new Entry(_name,
                new ScalarNode(row.Place, prefix + row.Fields[name], isQuoted: true)));
        }

        var lines = new List<Entry>();
        foreach (var (column, line, key) in fields.Where(field => row.Fields[field.Column].Length > 0))
        {
            var value = new ScalarNode(row.At(column), row.Fields[column]);
            var shape = ScenarioFormat.Member.Find(key.Text)!.Shape;
            shape.Check(value, $"'{key.Text}'", new Checking(problems, isWhole: false));
            (line.Length == 0 ? entries : lines)
                .Add(new Entry(line.Length == 0 ? key : new ScalarNode(row.Place, line), value));
        }

        if (lines.Count > 0)
        {
            entries.RemoveAll(entry => entry.Key.Text == "under");
            entries.Add(new Entry(new ScalarNode(row.Place, "under"), new MapNode(row.Place, lines)));
        }

        return new MapNode(row.Place, entries);
    }

    private static readonly ScalarNode _name = new(default, "name");
}
