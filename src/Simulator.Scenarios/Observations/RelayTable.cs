using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Observations;

/// <summary>
/// A table of observed relays in a CSV file, one pair of papers on each row. Dates are years first (2021-05-02) or days
/// first (02/05/2021). One of the two dates may be blank if it is bounded on both sides: the dated paper bounds it on one,
/// <c>earliest</c> and <c>latest</c> on the other.
/// </summary>
public static class RelayTable
{
    private const int MostRows = 100_000;

    /// <summary>A lower paper that is so many days later hardly hands the upper one on: a slip in a date.</summary>
    private const int MostDays = 400;

    private static readonly string[] _needed = ["urgency", "upper-date", "lower-date"];

    private static readonly string[] _known =
    [
        .. _needed, "chain", "step", "level", "upper", "lower", "earliest", "latest", "note", "source",
    ];

    /// <summary>The pairs of a file in order, and everything that is wrong with it; without errors all rows are there.</summary>
    /// <param name="path">The file.</param>
    public static (IReadOnlyList<RelayRow> Rows, IReadOnlyList<Problem> Problems) Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new ProblemList();
        var rows = new List<RelayRow>();
        try
        {
            if (SourceText.Decode(File.ReadAllBytes(path), path, problems) is { } text
                && CsvTable.Read(text, path, MostRows, problems) is { } table && HasColumns(table, problems))
            {
                rows.AddRange(table.Rows.Select(row => Row(row, table, problems)).OfType<RelayRow>());
                if (table.Rows.Count == 0 && table.IsWhole)
                {
                    problems.Error(table.Place, "The table has no rows.", "Each pair of papers is one.");
                }
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            problems.Error(new Place(path, 1, 1), File.Exists(path) ? $"The file cannot be read: {trouble.Message}"
                : Directory.Exists(path) ? "This is a folder, not a table." : "There is no such file.");
        }

        return (rows, problems.InOrder());
    }

    private static bool HasColumns(CsvTable table, ProblemList problems)
    {
        string[] strange = [.. table.Columns.Where(column => !_known.Contains(column))];
        string[] missing = [.. _needed.Where(column => table.Column(column) < 0)];
        foreach (string column in missing)
        {
            problems.Error(
                table.Place, $"The table has no column '{column}'.",
                $"It needs {string.Join(", ", _needed)}.", NearestName.Of(column, strange));
        }

        foreach (string column in strange.Where(column => missing.Length == 0 && NearestName.Of(column, _known) is not null))
        {
            problems.Warning(
                table.Place, $"The column '{ScalarNode.Excerpt(column)}' means nothing here.",
                $"Did you mean '{NearestName.Of(column, _known)}'?");
        }

        return missing.Length == 0;
    }

    private static RelayRow? Row(CsvRow row, CsvTable table, ProblemList problems)
    {
        string Text(string column) => table.Column(column) is >= 0 and var at ? row.Fields[at].Trim() : "";
        Place At(string column) => table.Column(column) is >= 0 and var at ? row.At(at) : row.Place;
        CivilDate? Date(string column) => Text(column).Length == 0 ? null : ReadDate(Text(column), At(column), problems);

        string[] dates = ["upper-date", "lower-date", "earliest", "latest"];
        var read = dates.Select(Date).ToArray();
        bool isRead = !dates.Where((column, i) => read[i] is null && Text(column).Length > 0).Any();
        int urgency = OfficeFormat.Urgencies.ToList().IndexOf(Text("urgency"));
        if (urgency < 0)
        {
            problems.Unknown(
                At("urgency"), $"There is no urgency '{ScalarNode.Excerpt(Text("urgency"))}'.", Text("urgency"),
                OfficeFormat.Urgencies, "");
        }

        var days = isRead ? Days(read[0], read[1], read[2], read[3], At, problems) : null;
        return urgency < 0 || days is not { } both ? null : new RelayRow
        {
            Place = row.Place,
            Chain = new[] { Text("chain"), Text("upper") }.FirstOrDefault(name => name.Length > 0)
                ?? FormattableString.Invariant($"line {row.Place.Line}"),
            Level = Text("level").Length > 0 ? Text("level") : "all",
            LevelPlace = At("level"),
            Urgency = (Urgency)urgency,
            Upper = Text("upper"),
            Lower = Text("lower"),
            UpperDays = both.Upper,
            LowerDays = both.Lower,
        };
    }

    private static ((CivilDate, CivilDate) Upper, (CivilDate, CivilDate) Lower)? Days(
        CivilDate? upper, CivilDate? lower, CivilDate? earliest, CivilDate? latest, Func<string, Place> at,
        ProblemList problems)
    {
        string? problem = null;
        string column = "lower-date";
        ((CivilDate First, CivilDate Last) Upper, (CivilDate First, CivilDate Last) Lower) days = default;
        if (upper is null && lower is null)
        {
            problem = "Both dates are blank; one of them must be known.";
        }
        else if (upper is { } left && lower is { } came)
        {
            days = ((left, left), (came, came));
            if (earliest is not null || latest is not null)
            {
                problems.Warning(at("earliest"), "Both dates are known, so that nothing is left to be bounded.");
            }
        }
        else if (upper is { } from)
        {
            days = ((from, from), (earliest is { } first && first > from ? first : from, latest ?? from));
            problem = latest is null ? "The lower date is blank, and 'latest' does not say until when it can be." : null;
        }
        else
        {
            var to = lower!.Value;
            days = ((earliest ?? to, latest is { } last && last < to ? last : to), (to, to));
            (problem, column) = (earliest is null
                ? "The upper date is blank, and 'earliest' does not say from when on it can be." : null, "upper-date");
        }

        problem ??= days.Upper.First > days.Upper.Last || days.Lower.First > days.Lower.Last
            ? "Nothing lies between the two bounds of the blank date." : null;
        problem ??= days.Lower.Last < days.Upper.First || days.Lower.First < days.Upper.First
            ? $"The lower paper, of {days.Lower.First}, is earlier than the upper one, of {days.Upper.First}." : null;
        int length = days.Lower.Last.DayNumber - days.Upper.First.DayNumber;
        problem ??= length > MostDays
            ? FormattableString.Invariant($"The lower paper is up to {length} days after the upper one; {MostDays} is the most.")
            : null;
        if (problem is not null)
        {
            problems.Error(at(column), problem);
            return null;
        }

        return days;
    }

    private static CivilDate? ReadDate(string text, Place place, ProblemList problems)
    {
        string[] parts = text.Split('/');
        string years = parts.Length == 3 && parts[0].Length <= 2 && parts[1].Length <= 2
            ? $"{parts[2]}-{parts[1].PadLeft(2, '0')}-{parts[0].PadLeft(2, '0')}"
            : text;
        if (CivilDate.TryParse(years, out var date, out string? problem))
        {
            return date;
        }

        problems.Error(place, problem!, "A day first is read too, like 02/05/2021.");
        return null;
    }
}
