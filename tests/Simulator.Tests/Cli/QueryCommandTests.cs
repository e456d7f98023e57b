using System.Text.Json;

namespace Simulator.Tests.Cli;

public sealed class QueryCommandTests(KeptRun kept) : IClassFixture<KeptRun>
{
    private readonly Program _program = kept.Program;

    [Fact]
    public void A_question_is_answered_as_a_table_as_json_and_as_csv()
    {
        const string sql = "SELECT body, name, to_comply FROM delays WHERE level = 'commune' ORDER BY to_comply LIMIT 2";
        var text = _program.Run("query", "run", sql);
        Assert.True(text.ExitCode == 0, text.Error);
        var lines = text.Output.Split('\n');
        Assert.StartsWith("body  ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("to_comply", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("        -", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("2 rows", lines[4], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text.Output);

        var json = _program.Run("query", "run", sql, "--format", "json").Json;
        Assert.Equal(2, json.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json[0].GetProperty("to_comply").ValueKind);
        Assert.StartsWith("UBND phường", json[0].GetProperty("name").GetString(), StringComparison.Ordinal);

        var csv = _program.Run("query", "run", sql, "--format", "csv");
        Assert.StartsWith("body,name,to_comply\r\n", csv.Output, StringComparison.Ordinal);
        Assert.Equal(3, csv.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_calculate_is_made_harmless_and_numbers_stay()
    {
        var answer = _program.Run(
            "query", "run", "SELECT '=1+2' AS a, '+x' AS b, '-x' AS c, '@x' AS d, -5 AS e, 'a\"b,c' AS f, NULL AS g, '' AS h, 0.1 AS \"=i\"",
            "--format", "csv");
        Assert.Equal(
            "a,b,c,d,e,f,g,h,\"'=i\"\r\n\"'=1+2\",\"'+x\",\"'-x\",\"'@x\",-5,\"a\"\"b,c\",,\"\",0.1\r\n", answer.Output);
    }

    [Fact]
    public void Text_stops_at_a_limit_and_says_so_and_the_others_do_not()
    {
        const string sql = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1500) SELECT n FROM c";
        Assert.Contains("1,000 rows, and there are more: --limit", _program.Run("query", "run", sql).Output, StringComparison.Ordinal);
        Assert.Contains("1,500 rows\n", _program.Run("query", "run", sql, "--limit", "1500").Output, StringComparison.Ordinal);
        Assert.Equal(1500, _program.Run("query", "run", sql, "--format", "json").Json.GetArrayLength());
        var cut = _program.Run("query", "run", sql, "--format", "json", "--limit", "3");
        Assert.Equal(3, cut.Json.GetArrayLength());
        Assert.Contains("There are more than these 3 rows.", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_are_values_and_never_sql()
    {
        var answer = _program.Run(
            "query", "run", "SELECT :a AS a, :b AS b, :c AS c, :d AS d", "--param", "a=x' OR 1", "--param", "b=12", "--param", "c=007",
            "--param", "d=1.5", "--format", "json").Json[0];
        Assert.Equal("x' OR 1", answer.GetProperty("a").GetString());
        Assert.Equal(12, answer.GetProperty("b").GetInt32());
        Assert.Equal("007", answer.GetProperty("c").GetString());
        Assert.Equal(1.5, answer.GetProperty("d").GetDouble());
        _program.Run("query", "run", "SELECT :level").IsRefusal("SQL:1:8: error: The parameter :level has no value: give it with --param level=VALUE.");
        _program.Run("query", "run", "SELECT :level", "--param", "levle=x", "--param", "level=y")
            .IsRefusal("There is no parameter 'levle'; there are: level. Did you mean 'level'?");
        _program.Run("query", "run", "SELECT ?").IsRefusal("SQL:1:8: error: Parameters need names");
        _program.Run("query", "run", "SELECT 1", "--param", "x").IsRefusal("--param takes name=value");
    }

    [Fact]
    public void Sql_comes_from_a_file_too_and_the_newest_run_is_asked()
    {
        File.WriteAllText(Path.Combine(_program.Folder, "slow.sql"), "-- the slowest\nSELECT body\nFROM delay\nLIMIT 1;\n");
        _program.Run("query", "run", "--file", "slow.sql").IsRefusal("slow.sql:3:6: error: There is no table or view 'delay'. Did you mean 'delays'?\n  FROM delay\n       ^");
        _program.Run("query", "run", "--file", "none.sql").IsRefusal("There is no file 'none.sql'.");
        _program.Run("query", "SELECT 1").IsRefusal("There is no run under 'runs' yet.");
        _program.Run("query", "run").IsRefusal("What is to be asked of 'run'?");
        _program.Run("query", "delays-by-levle").IsRefusal("Did you mean --name delays-by-level?");
        _program.Run("query").IsRefusal("What is to be asked?");
    }

    [Fact]
    public void Named_queries_are_listed_shown_and_asked()
    {
        var list = _program.Run("query", "--list");
        Assert.Contains("delays-by-level\n  How long after the issue", list.Output, StringComparison.Ordinal);
        Assert.Contains("--param directive=…", list.Output, StringComparison.Ordinal);
        var json = _program.Run("query", "--list", "--format", "json").Json.GetProperty("queries");
        Assert.InRange(json.GetArrayLength(), 12, 40);
        var sql = _program.Run("query", "--show", "slowest-bodies").Output;
        File.WriteAllText(Path.Combine(_program.Folder, "mine.sql"), sql.Replace("coalesce(:top, 20)", "3", StringComparison.Ordinal));
        var named = _program.Run("query", "run", "--name", "slowest-bodies", "--param", "top=3", "--param", "level=commune");
        Assert.Contains("communes/", named.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 rows\n", named.Output, StringComparison.Ordinal);
        Assert.Equal(
            named.Output,
            _program.Run("query", "run", "--file", "mine.sql", "--param", "directive=telegram", "--param", "level=commune").Output);
        _program.Run("query", "run", "--name", "slowest-body").IsRefusal("There is no named query 'slowest-body'. Did you mean 'slowest-bodies'?");
        _program.Run("query", "--show", "x").IsRefusal("There is no named query 'x'. --list shows all.");
        _program.Run("query", "run", "--list").IsRefusal("--list is about the program and needs no run");
    }

    [Theory]
    [InlineData("DELETE FROM entry", "nothing is written to entry")]
    [InlineData("INSERT INTO run VALUES ('a', 1)", "nothing is written to run")]
    [InlineData("UPDATE run SET value = 1", "nothing is written to run")]
    [InlineData("WITH x AS (SELECT 1) DELETE FROM entry", "nothing is written to entry")]
    [InlineData("DROP TABLE entry", "The store is only read")]
    [InlineData("CREATE TABLE x (a)", "The store is only read")]
    [InlineData("CREATE TEMP TABLE x AS SELECT 1", "The store is only read")]
    [InlineData("ATTACH 'other.sqlite' AS o", "Other files cannot be attached")]
    [InlineData("VACUUM INTO 'copy.sqlite'", "The store is only read")]
    [InlineData("VACUUM", "The store is only read")]
    [InlineData("PRAGMA journal_mode = WAL", "PRAGMA journal_mode is refused")]
    [InlineData("PRAGMA query_only = OFF", "PRAGMA query_only is refused")]
    [InlineData("SELECT load_extension('x')", "load_extension")]
    [InlineData("BEGIN IMMEDIATE", "transactions are refused")]
    [InlineData("REINDEX", "The store is only read")]
    [InlineData("ANALYZE", "The store is only read")]
    public void What_would_write_or_reach_elsewhere_is_refused_and_leaves_the_folder_as_it_was(string sql, string sentence)
    {
        var before = Listing();
        _program.Run("query", "run", sql).IsRefusal(sentence);
        Assert.Equal(before, Listing());
    }

    [Fact]
    public void How_the_store_is_laid_out_may_be_asked()
    {
        Assert.Contains("to_reach", _program.Run("query", "run", "PRAGMA table_info(delays)").Output, StringComparison.Ordinal);
        Assert.Contains("CREATE VIEW", _program.Run("query", "run", "SELECT sql FROM sqlite_master WHERE name = 'delays'").Output, StringComparison.Ordinal);
        Assert.Contains("SCAN", _program.Run("query", "run", "EXPLAIN QUERY PLAN SELECT * FROM entry").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "There is no statement in it.")]
    [InlineData("  -- nothing\n ;", "There is no statement in it.")]
    [InlineData("SELECT 1; SELECT 2", "SQL:1:11: error: There is more than one statement")]
    [InlineData("SELECT levl\nFROM delays", "SQL:1:8: error: There is no column 'levl'. Did you mean 'level'?\n  SELECT levl\n         ^")]
    [InlineData("SELECT d.boddy FROM delays d", "There is no column 'd.boddy'. Did you mean 'body'?")]
    [InlineData("SELECT 'Bắc Kạn', quantile(1)", "SQL:1:19: error: There is no function 'quantile'.")]
    [InlineData("SELECT coutn(*) FROM body", "There is no function 'coutn'. Did you mean 'count'?")]
    [InlineData("SELECT *\nFORM delays", "SQL:2:1: error: Near \"FORM\": syntax error.\n  FORM delays\n  ^")]
    [InlineData("SELECT (1", "SQL:1:10: error: It is not finished.\n  SELECT (1\n           ^")]
    [InlineData("SELECT key FROM body, root", "More than one table has a column 'key'.")]
    [InlineData("SELECT sum(9223372036854775807) FROM body", "Integer overflow.")]
    public void What_is_wrong_is_said_with_its_place_and_the_nearest_name(string sql, string sentence) =>
        _program.Run("query", "run", sql).IsRefusal(sentence);

    [Theory]
    [InlineData("WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c")]
    [InlineData("WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c")]
    public void What_never_ends_is_stopped_and_nothing_half_is_printed(string sql)
    {
        foreach (var format in new[] { "json", "csv" })
        {
            var answer = _program.Run("query", "run", sql, "--timeout", "500ms", "--format", format);
            answer.IsRefusal("It was stopped after 0.5 s, the limit of time.");
            Assert.Empty(answer.Output);
        }
    }

    [Fact]
    public void What_takes_too_much_memory_is_stopped()
    {
        _program.Run("query", "run", "SELECT randomblob(1000000000)").IsRefusal("A text in it grew too long");
        _program.Run("query", "run", "SELECT 1", "--timeout", "never").IsRefusal("--timeout takes a time");
        _program.Run("query", "run", "SELECT 1", "--limit", "0").IsRefusal("--limit takes how many rows");
    }

    [Theory]
    [InlineData("delays-by-level", "directive=telegrm", "The run has no directive 'telegrm'.")]
    [InlineData("slowest-bodies", "level=comune", "The run has no level 'comune'. Did you mean 'commune'?")]
    [InlineData("chain", "body=nowhere", "The run has no body 'nowhere'.")]
    [InlineData("coverage", "step=0.5", "--param step takes a whole number from 1 on, not '0.5'.")]
    public void What_a_named_query_is_given_must_be_there(string name, string parameter, string sentence) =>
        _program.Run("query", "run", "--name", name, "--param", parameter).IsRefusal(sentence);

    [Fact]
    public void A_run_without_a_store_is_told_how_to_get_one()
    {
        var run = _program.Run("run", Program.Scenario("mechanisms/reminders"), "--replications", "0", "--no-index", "--out", "bare");
        Assert.True(run.ExitCode == 0, run.Error);
        _program.Run("query", "bare", "SELECT 1").IsRefusal("simulator index bare");
        _program.Run("query", "nowhere", "SELECT 1").IsRefusal("There is no run folder 'nowhere'.");
    }

    private string[] Listing() =>
    [
        .. Directory.GetFiles(_program.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {new FileInfo(file).Length}"),
    ];
}
