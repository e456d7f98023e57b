using System.Text;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class TablesTests : IDisposable
{
    private const string Table =
        "code,name,district,staff\n001,Sông Cầu,58,3\n002,\"Đức Xuân, phường\",58,\n003,Khác,59,4\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_row_is_a_body_and_other_columns_are_ignored()
    {
        var result = Load(Encoding.UTF8.GetBytes(Table), "id-column: code");
        Assert.Equal(["wards/001", "wards/002", "wards/003"], Wards(result).Select(ward => ward.Id));
        Assert.Equal(["Sông Cầu", "Đức Xuân, phường", "Khác"], Wards(result).Select(ward => ward.Name));
        Assert.Equal([3, null, 4], Wards(result).Select(ward => ward.Heads.Staff));
    }

    [Fact]
    public void Without_an_id_column_rows_are_numbered() =>
        Assert.Equal(
            ["wards/1", "wards/2", "wards/3"],
            Wards(Load(Encoding.UTF8.GetBytes(Table), "name-prefix: \"UBND \"")).Select(ward => ward.Id));

    [Fact]
    public void Rows_are_chosen_by_what_stands_in_columns()
    {
        var result = Load(Encoding.UTF8.GetBytes(Table),
            "id-column: code, name-prefix: \"UBND \", where: { district: [58], code: [\"002\", \"003\"] }");
        var ward = Assert.Single(Wards(result));
        Assert.Equal(("wards/002", "UBND Đức Xuân, phường"), (ward.Id, ward.Name));
    }

    [Fact]
    public void A_table_is_the_same_with_mark_carriage_returns_semicolons_or_letters_in_parts()
    {
        string plain = ModelText.Of(Load(Encoding.UTF8.GetBytes(Table), "id-column: code").Model!);
        string parts = Table
            .Replace("ô", "o\u0302", StringComparison.Ordinal)
                .Replace("ầ", "a\u0302\u0300", StringComparison.Ordinal)
            .Replace("ứ", "u\u031B\u0301", StringComparison.Ordinal)
                .Replace("ờ", "o\u031B\u0300", StringComparison.Ordinal);
        string semicolons =
            Table.Replace("\"Đức Xuân, phường\"", "Đức Xuân@ phường", StringComparison.Ordinal)
            .Replace(',', ';').Replace('@', ',');
        foreach (string text in new[] { "\uFEFF"
            + Table, Table.Replace("\n", "\r\n", StringComparison.Ordinal), parts, semicolons,
                Table.TrimEnd() })
        {
            Assert.Equal(plain, ModelText.Of(Load(Encoding.UTF8.GetBytes(text), "id-column: code").Model!));
        }
    }

    [Fact]
    public void A_superior_is_named_by_id_or_by_the_key_in_a_group()
    {
        var result = Load("id,under\na,2\nb,offices/1\nc,\n"u8.ToArray(), "", "offices");
        Assert.Contains("cannot be under all of 'offices'", Sample.OnlyProblem(result)
            .What, StringComparison.Ordinal);
        var sound = Load("id,under\na,2\nb,offices/1\n"u8.ToArray(), "", "offices");
        Assert.Equal(["offices/2", "offices/1"], Wards(sound).Select(ward => ward.Under[0].Superior));
    }

    [Fact]
    public void Superiors_by_line_have_a_column_each() =>
        Assert.Equal(
            [new Subordination("state", "city"), new Subordination("party", "city-party")],
            Wards(Load("id,under-state,under-party\na,city,city-party\n"u8.ToArray()))[0].Under);

    [Theory]
    [InlineData("", "empty", 1, 1)]
    [InlineData("id,id\na,b\n", "there twice", 1, 1)]
    [InlineData("id,name\na,x\na,y\n", "there already, on line 2", 3, 1)]
    [InlineData("id,name\nan id,x\n", "is no id", 2, 1)]
    [InlineData("id,name\na,x,y\n", "3 fields, the header 2", 2, 1)]
    [InlineData("id,name\na,\"x\n", "not CSV", 2, 1)]
    [InlineData("id,staff\na,many\n", "not a whole number", 2, 3)]
    [InlineData("id,name,staff\na,\"x\ny\",2\nb,\"z, w\",99\n", "not a whole number", 4, 10)]
    [InlineData("id,under\na,cityy\n", "no body 'cityy'", 2, 3)]
    public void A_mistake_in_a_table_is_told_with_its_place_there(string table, string what, int line,
        int column)
    {
        var problem = Load(Encoding.UTF8.GetBytes(table)).Problems[0];
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("wards.csv", problem.File, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("id-column: cdoe", "no column 'cdoe'", "code")]
    [InlineData("name-column: nme", "no column 'nme'", "name")]
    [InlineData("where: { distrct: 58 }", "no column 'distrct'", "district")]
    [InlineData("members: { north: { staff: 2 } }", "No row of wards.csv has the id 'north'", null)]
    public void A_column_or_row_that_is_not_there_is_told_with_the_nearest(string keys, string what,
        string? nearest)
    {
        var problem = Sample.OnlyProblem(Load(Encoding.UTF8.GetBytes(Table), keys));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.Equal(nearest, problem.Nearest);
    }

    [Fact]
    public void A_table_without_rows_that_are_meant_is_worth_a_warning() =>
        Assert.Contains(
            Load(Encoding.UTF8.GetBytes(Table), "where: { district: 60 }").Problems,
            problem => problem.What.Contains("no row of wards.csv is meant", StringComparison.Ordinal));

    [Fact]
    public void A_table_that_is_too_large_is_refused()
    {
        var options = new LoadOptions { Limits = new() { CsvBytes = 1024 * 1024 } };
        Assert.Contains(
            "larger than 1 MB",
            Load(new byte[2 * 1024 * 1024], options: options).Problems[0].What,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolved_scenario_holds_its_rows_and_needs_no_table()
    {
        var first = Load(Encoding.UTF8.GetBytes(Table), "id-column: code");
        var second = Sample.Sound(ScenarioLoader.LoadText(first.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(first.Model!), ModelText.Of(second.Model!));
        Assert.DoesNotContain("wards.csv", first.Resolved!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_can_be_exchanged_by_a_setting()
    {
        _folder.Write("others.csv", "id\nx\n");
        var result = Load(Encoding.UTF8.GetBytes(Table),
            options: new LoadOptions { Sets = ["wards.from=others.csv", "wards.staff=+2"] });
        var ward = Assert.Single(Wards(result));
        Assert.Equal(("wards/x", 7), (ward.Id, ward.Heads.Staff));
    }

    private LoadResult Load(byte[] table, string keys = "", string under = "city",
        LoadOptions? options = null)
    {
        _folder.Write("wards.csv", table);
        string comma = keys.Length > 0 ? ", " : "";
        string path = _folder.Write("sample.yaml", Sample.Scenario.Replace(
            "wards: { kind: ward, under: city, count: 3, name: \"Phường {n}\" }",
            $"wards: {{ kind: ward, under: {under}, from: wards.csv{comma}{keys} }}",
            StringComparison.Ordinal));
        return ScenarioLoader.Load(path,
            (options ?? new LoadOptions()) with { Libraries = Sample.Libraries });
    }

    private static List<Body> Wards(LoadResult result) =>
        [.. Sample.Sound(result).Model!.Bodies.Where(body => body.Kind == "ward")];
}
