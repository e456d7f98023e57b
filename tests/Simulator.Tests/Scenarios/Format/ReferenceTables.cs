using System.Text;
using Simulator.Scenarios.Format;

namespace Simulator.Tests.Scenarios.Format;

/// <summary>The tables of the reference, as the description of the format has them.</summary>
internal static class ReferenceTables
{
    private const string Begin = "<!-- keys of ";
    private const string End = "<!-- end of keys -->";

    /// <summary>Every record of the format, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<RecordShape> Records { get; } = Collect();

    /// <summary>The names of the records whose tables a text holds, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith(Begin, StringComparison.Ordinal))
            .Select(line => line[Begin.Length..].Split(' ')[0])];

    /// <summary>A text with each table in it as it should be.</summary>
    public static string Renewed(string text)
    {
        var renewed = new StringBuilder();
        bool isInTable = false;
        foreach (string line in text.Split('\n'))
        {
            isInTable &= line != End;
            if (!isInTable)
            {
                renewed.Append(line).Append('\n');
            }

            if (line.StartsWith(Begin, StringComparison.Ordinal))
            {
                isInTable = true;
                string name = line[Begin.Length..].Split(' ')[0];
                renewed.Append(Table(Records.Single(record => record.Name == name)));
            }
        }

        return renewed.ToString()[..^1];
    }

    private static string Table(RecordShape record)
    {
        var table = new StringBuilder(
            "\n| key | value | without it | meaning | example |\n|---|---|---|---|---|\n");
        foreach (var key in record.Keys)
        {
            string without = key.IsRequired ? "**required**" : key.Default ?? "";
            table.Append(
                $"| `{key.Name}` | {Cell(key.Shape.TypeName)} | {Cell(without)} | {Cell(key.Meaning)} ");
            table.Append($"| `{Cell(key.Example)}` |\n");
        }

        return table.Append('\n').ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static List<RecordShape> Collect()
    {
        var records = new List<RecordShape>();
        var open = new Queue<Shape>([ScenarioFormat.Scenario, ScenarioFormat.LibraryFile, InterventionFormat.InjectFile]);
        while (open.TryDequeue(out var shape))
        {
            if (shape is RecordShape record && records.Any(known => known.Name == record.Name))
            {
                continue;
            }

            if (shape is RecordShape added)
            {
                records.Add(added);
            }

            foreach (var inner in Inner(shape))
            {
                open.Enqueue(inner);
            }
        }

        return records;
    }

    private static IEnumerable<Shape> Inner(Shape shape) => shape switch
    {
        RecordShape record => record.Keys.Select(key => key.Shape),
        ListShape list => [list.Item],
        MapShape map => [map.Value],
        EitherShape either => new[] { either.Scalar, either.List, either.Map }.OfType<Shape>(),
        FollowUpShape => [ConductFormat.FollowUp],
        _ => [],
    };
}
