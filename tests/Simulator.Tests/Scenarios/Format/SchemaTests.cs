using System.Diagnostics;
using System.Text.Json.Nodes;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Format;

public sealed class SchemaTests
{
    [Fact]
    public void Every_shipped_scenario_and_library_is_valid_by_the_published_schema()
    {
        string[] texts =
            [.. ShippedScenarios.All.Select(File.ReadAllText), .. Library.Names.Select(Library.Text)];
        var (valid, output) = Check([Sample.Scenario, Sample.Library, .. texts]);
        Assert.True(valid, output);
    }

    [Theory]
    [InlineData("until: 30d", "until: 30 days")]
    [InlineData("until: 30d", "untill: 30d")]
    [InlineData("count: 3", "count: three")]
    [InlineData("start: 2021-05-04T07:00", "start: tomorrow")]
    [InlineData("takes: lognormal", "takes: logormal")]
    [InlineData("- id: order", "- name: order")]
    [InlineData("format: 1", "format: 2")]
    [InlineData("to: [city]", "urgency: very")]
    public void The_schema_refuses_what_the_reader_refuses(string right, string wrong)
    {
        Assert.True(Sample.With(right, wrong).HasErrors);
        var (valid, _) = Check([Sample.Scenario.Replace(right, wrong, StringComparison.Ordinal)]);
        Assert.False(valid);
    }

    [Fact]
    public void The_schema_describes_every_key_and_always_in_the_same_words()
    {
        Assert.Equal(ScenarioSchema.Json(), ScenarioSchema.Json());
        var definitions = JsonNode.Parse(ScenarioSchema.Json())!["definitions"]!.AsObject();
        foreach (var (name, definition) in definitions)
        {
            foreach (var (key, value) in definition!["properties"]!.AsObject())
            {
                Assert.True(value!["description"] is not null, $"{name}.{key} has no description");
            }
        }
    }

    private static (bool Valid, string Output) Check(IEnumerable<string> texts)
    {
        string tool = Path.Combine(ShippedScenarios.Repository, "eng", "schema");
        bool isThere = Directory.Exists(Path.Combine(tool, "node_modules", "ajv"));
        Assert.SkipUnless(isThere, "ajv is not installed: npm ci --prefix eng/schema");
        using var folder = new TemporaryFolder();
        var documents = texts.Select((text, i) => folder.Write($"{i}.json", PlainJson.Of(text))).ToList();
        string schema = folder.Write("schema.json", ScenarioSchema.Json());
        var start = new ProcessStartInfo("node", [Path.Combine(tool, "check.cjs"), schema, .. documents])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync();
            string output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.True(node.ExitCode is 0 or 1, errors.GetAwaiter().GetResult());
            return (node.ExitCode == 0, output + errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed");
            throw;
        }
    }
}
