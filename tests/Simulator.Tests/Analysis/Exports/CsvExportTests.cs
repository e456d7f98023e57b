using CsvHelper;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Csv;

namespace Simulator.Tests.Analysis.Exports;

public sealed class CsvExportTests
{
    [Fact]
    public void A_row_is_a_step_with_the_moments_at_which_it_could_begin_began_and_ended()
    {
        using var run = new ExportedRun("bac-kan-570");
        var rows = Read(run, CaseNotion.Dossier, CaseEvents.Steps);
        var steps = run.Stored.Ask("""
            SELECT directive || '@' || body, step, enabled, started, ended, name FROM steps ORDER BY directive, body, ended
            """);
        Assert.Equal(
            steps.Select(step => string.Join('|', step[0], step[1], $"{step[2]}:00", $"{step[3]}:00", $"{step[4]}:00", step[5])).Order(),
            rows.Select(row => string.Join('|', row["case_id"], row["activity"], row["enabled"], row["started"], row["ended"], row["name"]))
                .Order());
        Assert.All(rows, row => Assert.Equal($"{row["body"]} {row["post"]}", row["resource"][..row["resource"].LastIndexOf(' ')]));
    }

    [Fact]
    public void In_a_case_events_follow_each_other_and_cases_do_not_mix()
    {
        using var run = new ExportedRun("bac-kan-570");
        foreach (var notion in Enum.GetValues<CaseNotion>())
        {
            var rows = Read(run, notion, CaseEvents.All);
            var cases = rows.Select(row => row["case_id"]).ToList();
            Assert.Equal(cases.Distinct().Count(), 1 + cases.Zip(cases.Skip(1)).Count(pair => pair.First != pair.Second));
            Assert.All(rows.Zip(rows.Skip(1)).Where(pair => pair.First["case_id"] == pair.Second["case_id"]), pair =>
                Assert.True(string.CompareOrdinal(pair.First["ended"], pair.Second["ended"]) <= 0));
        }
    }

    [Fact]
    public void What_takes_no_time_begins_when_it_ends_and_nobody_does_it()
    {
        using var run = new ExportedRun("bac-kan-570");
        var arrived = Read(run, CaseNotion.Document, CaseEvents.All).Where(row => row["activity"] == "directive arrived").ToList();
        Assert.NotEmpty(arrived);
        Assert.All(arrived, row => Assert.Equal(("", row["ended"], ""), (row["enabled"], row["started"], row["resource"])));
    }

    [Fact]
    public void A_name_with_markup_stays_and_one_that_would_be_calculated_is_made_harmless()
    {
        using var run = ExportedRun.WithNames("<b>&\"x\", y", "=HYPERLINK(1+2)");
        var names = Read(run, CaseNotion.Dossier, CaseEvents.Steps).Select(row => row["name"]).ToHashSet();
        Assert.Contains("<b>&\"x\", y", names);
        Assert.Contains("'=HYPERLINK(1+2)", names);
        Assert.DoesNotContain("=HYPERLINK(1+2)", names);
    }

    [Theory]
    [InlineData("=1", "\"'=1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_quoted_by_RFC_4180_and_no_formula(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    private static List<Dictionary<string, string>> Read(ExportedRun run, CaseNotion notion, CaseEvents events)
    {
        var text = run.Text((source, stream) => CsvExport.Write(source, stream, notion, events));
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false });
        reader.Read();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            Assert.Equal(columns.Count, reader.FieldCount);
            rows.Add(columns.Select((name, place) => (name, reader.GetString(place))).ToDictionary(cell => cell.name, cell => cell.Item2));
        }

        return rows;
    }
}
