using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Composition;

public sealed class FilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FilesTests()
    {
        _folder.Write(".git/HEAD", "");
        _folder.Write("office.yaml", Sample.Library);
        _folder.Write("scenarios/sample.yaml", Sample.Scenario.Replace(
            "[test/office]", "[../office.yaml]", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_scenario_includes_files_of_its_repository() =>
        Assert.Equal(7, Sample.Sound(Load("scenarios/sample.yaml")).Model!.Bodies.Count);

    [Fact]
    public void Without_a_repository_the_own_folder_is_the_root()
    {
        Directory.Delete(Path.Combine(_folder.Path, ".git"), recursive: true);
        var problem = Load("scenarios/sample.yaml").Problems[0];
        Assert.Contains("leads out of the scenario's root", problem.Right!, StringComparison.Ordinal);
        Sample.Sound(Load("scenarios/sample.yaml", new LoadOptions { Root = _folder.Path }));
    }

    [Fact]
    public void A_scenario_outside_the_root_that_was_given_is_refused()
    {
        var options = new LoadOptions { Root = Path.Combine(_folder.Path, ".git") };
        Assert.Contains("outside the root", Load("scenarios/sample.yaml", options)
            .Problems[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../../../etc/passwd.yaml", "leads out")]
    [InlineData("/etc/passwd.yaml", "not from elsewhere")]
    [InlineData("C:/secret.yaml", "not from elsewhere")]
    [InlineData("..\\\\office.yaml", "divided by '/'")]
    [InlineData("../offce.yaml", "Did you mean 'office.yaml'?")]
    [InlineData("../folder.yaml", "It is a folder")]
    public void A_file_elsewhere_or_missing_is_not_read(string path, string why)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "folder.yaml"));
        _folder.Write("scenarios/bad.yaml",
            Sample.Scenario.Replace("[test/office]", $"[\"{path}\"]", StringComparison.Ordinal));
        Assert.Contains(why, Load("scenarios/bad.yaml").Problems[0].Right!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_is_followed_before_it_is_judged()
    {
        using var outside = new TemporaryFolder();
        outside.Write("office.yaml", Sample.Library);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), outside.Path);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "inside.yaml"),
            Path.Combine(_folder.Path, "office.yaml"));
        _folder.Write("bad.yaml",
            Sample.Scenario.Replace("[test/office]", "[link/office.yaml]", StringComparison.Ordinal));
        _folder.Write("good.yaml",
            Sample.Scenario.Replace("[test/office]", "[inside.yaml]", StringComparison.Ordinal));
        Assert.Contains("leads out", Load("bad.yaml").Problems[0].Right!, StringComparison.Ordinal);
        Sample.Sound(Load("good.yaml"));
    }

    [Fact]
    public void A_link_to_itself_is_an_error_and_no_endless_walk()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "loop.yaml"),
            Path.Combine(_folder.Path, "loop.yaml"));
        _folder.Write("bad.yaml",
            Sample.Scenario.Replace("[test/office]", "[loop.yaml]", StringComparison.Ordinal));
        Assert.True(Load("bad.yaml").HasErrors);
        Assert.True(Load("loop.yaml").HasErrors);
    }

    [Fact]
    public void A_scenario_extends_another_and_changes_what_it_says_itself()
    {
        _folder.Write(
            "longer.yaml",
            """
            format: 1
            scenario: longer
            extends: scenarios/sample.yaml
            until: 60d
            bodies:
              city: { staff: 9 }
              harbour: { kind: office, under: city }
            """);
        var model = Sample.Sound(Load("longer.yaml")).Model!;
        Assert.Equal(("longer", 60 * 1440, 8), (model.Scenario, model.Until.Minutes, model.Bodies.Count));
        var city = model.Bodies.Single(body => body.Id == "city");
        Assert.Equal(("committee", 9), (city.Kind, city.Heads.Staff));
    }

    [Fact]
    public void A_mistake_in_an_included_file_is_told_in_that_file()
    {
        _folder.Write("office.yaml",
            Sample.Library.Replace("pert 5wm", "pertt 5wm", StringComparison.Ordinal));
        var problem = Sample.OnlyProblem(Load("scenarios/sample.yaml"));
        Assert.EndsWith("scenarios/../office.yaml", problem.File, StringComparison.Ordinal);
        Assert.Equal((27, 40), (problem.Line, problem.Column));
    }

    [Fact]
    public void Files_that_are_made_of_each_other_are_an_error()
    {
        _folder.Write("a.yaml", "format: 1\nextends: b.yaml\n");
        _folder.Write("b.yaml", "format: 1\nextends: a.yaml\n");
        Assert.Contains(Load("a.yaml").Problems, problem =>
            problem.What.Contains("a.yaml -> b.yaml -> a.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void An_included_file_holds_kinds_and_no_bodies()
    {
        _folder.Write("office.yaml", Sample.Library + "\nbodies: { x: { kind: office } }\n");
        Assert.Contains("no key 'bodies'", Sample.OnlyProblem(Load("scenarios/sample.yaml"))
            .What, StringComparison.Ordinal);
    }

    private LoadResult Load(string name, LoadOptions? options = null) =>
        ScenarioLoader.Load(Path.Combine(_folder.Path, name), options);
}
