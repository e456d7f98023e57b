using System.Text;
using CsvHelper;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// A table in a CSV file: a header and rows of as many fields, in NFC. Commas divide, or semicolons where
/// the header has no comma, as spreadsheets write them in many countries.
/// </summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(IReadOnlyList<string> header, Place place)
    {
        Columns = header;
        Place = place;
        for (int i = 0; i < header.Count; i++)
        {
            _columns.TryAdd(header[i], i);
        }
    }

    /// <summary>Where the table begins.</summary>
    public Place Place { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows that have as many fields as the header, in order.</summary>
    public List<CsvRow> Rows { get; } = [];

    /// <summary>Whether that are all rows: none has another number of fields, and there are not too many.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The position of a column; -1 if there is none.</summary>
    public int Column(string name) => _columns.GetValueOrDefault(name, -1);

    /// <summary>
    /// The table in a text, with the rows that are sound, so that what is wrong with these can be told beside what is wrong
    /// with the others; <c>null</c>: nothing of it can be read, and a problem was reported.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file, for problems.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="problems">Where problems go.</param>
    public static CsvTable? Read(string text, string file, int most, ProblemList problems)
    {
        string firstLine = text.Split('\n', 2)[0];
        bool hasSemicolons = !firstLine.Contains(',', StringComparison.Ordinal)
            && firstLine.Contains(';', StringComparison.Ordinal);
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = hasSemicolons ? ';' : ',',
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            if (!reader.Read())
            {
                problems.Error(new Place(file, 1, 1), "The table is empty.",
                    "Its first line names the columns.");
                return null;
            }

            var table = new CsvTable(Fields(reader), PlaceOf(reader, file));
            table.ReportDoubles(problems);
            table.IsWhole = table.ReadRows(reader, most, problems);
            return table;
        }
        catch (CsvFormatException fault)
        {
            var place = new Place(file, (int)Math.Max(1, fault.LineNumber), 1);
            problems.Error(place, $"This is not CSV: {fault.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private bool ReadRows(CsvReader reader, int most, ProblemList problems)
    {
        bool good = true;
        while (reader.Read())
        {
            var place = PlaceOf(reader, Place.File);
            if (Rows.Count == most)
            {
                problems.Error(place, FormattableString.Invariant($"The table has more than {most} rows."));
                return false;
            }

            if (reader.FieldCount == Columns.Count)
            {
                Rows.Add(new CsvRow(place, Fields(reader), Encoding.UTF8.GetString(reader.RawRecord)));
                continue;
            }

            good = false;
            problems.Error(
                place,
                FormattableString.Invariant(
                    $"The row has {reader.FieldCount} fields, the header {Columns.Count}."),
                "Put a field that holds a comma into double quotes.");
        }

        return good;
    }

    private static string[] Fields(CsvReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(i => Vietnamese.Compose(reader.GetString(i)))];

    private static Place PlaceOf(CsvReader reader, string file) => new(file, (int)reader.LineNumber, 1);

    private void ReportDoubles(ProblemList problems)
    {
        foreach (var column in Columns.GroupBy(name => name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1))
        {
            problems.Error(Place, $"The column '{ScalarNode.Excerpt(column.Key)}' is there twice.");
        }
    }
}
