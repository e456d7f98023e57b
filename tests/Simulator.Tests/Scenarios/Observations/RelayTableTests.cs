using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Observations;

namespace Simulator.Tests.Scenarios.Observations;

public sealed class RelayTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_table_has_the_days_that_the_sources_page_lists()
    {
        var (rows, problems) = RelayTable.Read(Path.Combine(ShippedScenarios.Folder, "data", "relay-delays.csv"));
        Assert.Empty(problems);
        Assert.Equal(45, rows.Count);
        int[] Days(Urgency urgency) =>
        [
            .. rows.Where(row => row.Urgency == urgency)
                .Select(row => row.LowerDays.Earliest.DayNumber - row.UpperDays.Earliest.DayNumber).Order(),
        ];
        var urgent = Days(Urgency.Urgent);
        Assert.Equal([4, 14, 6, 2, 0, 1], Enumerable.Range(0, 6).Select(day => urgent.Count(each => each == day)));
        var routine = Days(Urgency.Routine);
        Assert.Equal([0, 1, 1, 2, 2, 2, 4, 5, 7, 7, 9, 9, 12, 14, 14, 18, 19, 23], routine);
        Assert.All(rows, row => Assert.Equal(row.LowerDays.Earliest, row.LowerDays.Latest));
    }

    [Fact]
    public void Pairs_that_share_a_paper_share_a_chain()
    {
        var (rows, _) = RelayTable.Read(Path.Combine(ShippedScenarios.Folder, "data", "relay-delays.csv"));
        static string Symbol(string paper) => paper.Split(" (")[0].Split(", ")[0];
        foreach (var one in rows)
        {
            foreach (var other in rows.Where(other => Symbol(other.Upper) == Symbol(one.Upper)
                || Symbol(other.Upper) == Symbol(one.Lower)
                || (Symbol(other.Lower) == Symbol(one.Lower) && char.IsDigit(one.Lower[0]))))
            {
                Assert.True(one.Chain == other.Chain, $"{one.Upper} > {one.Lower} and {other.Upper} > {other.Lower}");
            }
        }
    }

    [Fact]
    public void A_blank_date_is_bounded_by_the_dated_paper_and_by_what_is_known_besides()
    {
        var rows = Rows("""
            urgency,upper-date,lower-date,earliest,latest
            urgent,2021-05-27,,2021-06-01,2021-06-30
            urgent,10/11/2021,,,31/12/2021
            routine,,2021-03-10,2021-03-01,
            """);
        Assert.Equal((Day(2021, 6, 1), Day(2021, 6, 30)), rows[0].LowerDays);
        Assert.Equal((Day(2021, 11, 10), Day(2021, 12, 31)), rows[1].LowerDays);
        Assert.Equal((Day(2021, 3, 1), Day(2021, 3, 10)), rows[2].UpperDays);
    }

    [Theory]
    [InlineData("urgnt,2021-05-02,2021-05-03,,", 2, 1, "There is no urgency 'urgnt'", "urgent")]
    [InlineData("urgent,2021-05-32,2021-05-03,,", 2, 8, "no 32", null)]
    [InlineData("urgent,2021-05-05,2021-05-03,,", 2, 19, "is earlier than the upper one", null)]
    [InlineData("urgent,2021-05-05,,,", 2, 19, "'latest' does not say", null)]
    [InlineData("urgent,,2021-05-05,,", 2, 8, "'earliest' does not say", null)]
    [InlineData("urgent,,,,", 2, 9, "Both dates are blank", null)]
    [InlineData("urgent,2021-05-05,,2021-06-05,2021-06-01", 2, 19, "Nothing lies between", null)]
    [InlineData("urgent,2020-05-05,2021-09-05,,", 2, 19, "488 days after", null)]
    [InlineData("urgent,2021-05-05", 2, 1, "The row has 2 fields", null)]
    public void A_slip_is_told_with_line_column_and_nearest_name(
        string row, int line, int column, string what, string? nearest)
    {
        string path = _folder.Write("table.csv", $"urgency,upper-date,lower-date,earliest,latest\n{row}\n");
        var problem = Assert.Single(RelayTable.Read(path).Problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Equal(nearest, problem.Nearest);
    }

    [Fact]
    public void A_row_of_other_length_is_told_beside_what_is_wrong_with_the_rest()
    {
        string path = _folder.Write("table.csv", """
            urgency,upper-date,lower-date
            urgent,2021-05-02
            urgnt,2021-05-02,2021-05-03
            urgent,2021-05-02,2021-05-03,2021-05-04
            urgent,2021-05-02,2021-05-33
            """);
        var problems = RelayTable.Read(path).Problems;
        Assert.Equal([2, 3, 4, 5], problems.Select(problem => problem.Line));
        Assert.Equal("The row has 2 fields, the header 3.", problems[0].What);
        Assert.Contains("urgnt", problems[1].What, StringComparison.Ordinal);

        path = _folder.Write("ragged.csv", "urgency,upper-date,lower-date\nurgent\n");
        Assert.Single(RelayTable.Read(path).Problems);
    }

    [Fact]
    public void A_column_that_is_missing_is_looked_for_among_the_others()
    {
        string path = _folder.Write("table.csv", "urgency,uper-date,lower-date\nurgent,2021-05-02,2021-05-03\n");
        var problem = Assert.Single(RelayTable.Read(path).Problems);
        Assert.Contains("no column 'upper-date'", problem.What, StringComparison.Ordinal);
        Assert.Equal("uper-date", problem.Nearest);
    }

    private static CivilDate Day(int year, int month, int day) => new(year, month, day);

    private IReadOnlyList<RelayRow> Rows(string text)
    {
        var (rows, problems) = RelayTable.Read(_folder.Write("table.csv", text));
        Assert.Empty(problems);
        return rows;
    }
}
