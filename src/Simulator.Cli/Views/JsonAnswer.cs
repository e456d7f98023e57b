using System.Text.Json;

namespace Simulator.Cli.Views;

/// <summary>An answer as an array of objects, one on each line. A name that comes again gets a number, <c>id</c>, <c>id_2</c>.</summary>
internal sealed class JsonAnswer : IAnswerWriter
{
    private static readonly JsonSerializerOptions s_plain = new(JsonOutput.Options) { WriteIndented = false };

    private readonly TextWriter writer;
    private readonly string[] keys;
    private bool isFirst = true;

    internal JsonAnswer(TextWriter writer, IReadOnlyList<string> columns)
    {
        this.writer = writer;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        keys = [.. columns.Select(column => JsonSerializer.Serialize(Unique(column, seen), s_plain))];
        writer.Write('[');
    }

    public void Row(IReadOnlyList<object?> values)
    {
        writer.Write(isFirst ? "\n  {" : ",\n  {");
        isFirst = false;
        for (var column = 0; column < keys.Length; column++)
        {
            writer.Write(column == 0 ? " " : ", ");
            writer.Write(keys[column]);
            writer.Write(": ");
            writer.Write(Text(values[column]));
        }

        writer.Write(" }");
    }

    public void End(bool isCut)
    {
        writer.Write(isFirst ? "]\n" : "\n]\n");
        writer.Flush();
    }

    /// <summary>JSON has no infinity; it is said in a text.</summary>
    private static string Text(object? value) => value is double number && !double.IsFinite(number)
        ? number > 0 ? "\"Infinity\"" : "\"-Infinity\""
        : JsonSerializer.Serialize(value, s_plain);

    private static string Unique(string column, HashSet<string> seen)
    {
        var name = column;
        for (var number = 2; !seen.Add(name); number++)
        {
            name = $"{column}_{number}";
        }

        return name;
    }
}
