using System.Xml.Linq;
using System.Xml.Schema;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Xes;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Exports;

public sealed class XesExportTests
{
    /// <summary>
    /// The schema beside this file is written from the standard. <c>SIMULATOR_XES_XSD</c> may name the one that IEEE publishes
    /// (xes-ieee-1849-2016-April-15-2020.xsd), which is then asked, too.
    /// </summary>
    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/outbreak")]
    [InlineData("mechanisms/inflation")]
    public void A_log_is_valid_by_the_schema_of_the_standard(string name)
    {
        using var run = new ExportedRun(name);
        string?[] schemas =
        [
            Path.Combine(ShippedScenarios.Repository, "tests/Simulator.Tests/Analysis/Exports/xes.xsd"),
            System.Environment.GetEnvironmentVariable("SIMULATOR_XES_XSD"),
        ];
        foreach (var schema in schemas.OfType<string>())
        {
            var set = new XmlSchemaSet();
            set.Add(null, schema);
            foreach (var notion in Enum.GetValues<CaseNotion>())
            {
                Log(run, notion, CaseEvents.All).Validate(set, (_, trouble) => Assert.Fail(trouble.Message));
            }
        }
    }

    [Fact]
    public void The_schema_refuses_what_the_standard_does_not_have()
    {
        using var run = new ExportedRun("bac-kan-570");
        var set = new XmlSchemaSet();
        set.Add(null, Path.Combine(ShippedScenarios.Repository, "tests/Simulator.Tests/Analysis/Exports/xes.xsd"));
        foreach (var spoil in new Action<XElement>[]
        {
            log => log.Attribute("xes.version")!.Remove(),
            log => log.Element("trace")!.AddFirst(new XElement("note")),
            log => log.Descendants("date").First().SetAttributeValue("value", "yesterday"),
            log => log.AddFirst(log.Element("trace")),
        })
        {
            var log = Log(run, CaseNotion.Document, CaseEvents.Steps);
            spoil(log.Root!);
            Assert.Throws<XmlSchemaValidationException>(() => log.Validate(set, null));
        }
    }

    [Fact]
    public void A_step_is_a_start_and_a_completion_with_the_same_instance_and_its_times()
    {
        using var run = new ExportedRun("bac-kan-570");
        var events = Log(run, CaseNotion.Directive, CaseEvents.Steps).Descendants("event").ToList();
        var steps = events.GroupBy(each => Of(each, "concept:instance")).ToList();
        Assert.Equal(run.Stored.Number("SELECT count(*) FROM steps"), steps.Count);
        Assert.All(steps, step => Assert.Equal(["start", "complete"], step.Select(each => Of(each, "lifecycle:transition")!)));
        Assert.All(steps, step => Assert.True(string.CompareOrdinal(
            Of(step.First(), "time:timestamp"), Of(step.Last(), "time:timestamp")) <= 0));
        Assert.Equal(
            run.Stored.Ask(
                "SELECT s.body || '#' || e.sequence, s.started || ':00+07:00', s.ended || ':00+07:00' FROM steps s JOIN entry e USING (id)")
                .Select(row => string.Join('|', row)).Order(),
            steps.Select(step => $"{step.Key}|{Of(step.First(), "time:timestamp")}|{Of(step.Last(), "time:timestamp")}").Order());
    }

    [Fact]
    public void Markup_in_a_name_survives_as_text()
    {
        using var run = ExportedRun.WithNames("<b>&\"x\"]]>", "=1+2");
        var names = Log(run, CaseNotion.Dossier, CaseEvents.Steps).Descendants("trace").Select(each => Of(each, "name")).ToHashSet();
        Assert.Contains("<b>&\"x\"]]>", names);
        Assert.Contains("=1+2", names);
    }

    [Fact]
    public void A_character_that_XML_forbids_is_replaced()
    {
        foreach (var (text, allowed) in new[]
        {
            ("phường", "phường"), ("a\u0007b", "a\ufffdb"), ("a" + (char)0xd800 + "b", "a\ufffdb"), ("a\ufffeb", "a\ufffdb"),
            ("\ud83d\ude00", "\ud83d\ude00"),
        })
        {
            Assert.Equal(allowed, XesAttributes.Allowed(text));
        }
    }

    private static XDocument Log(ExportedRun run, CaseNotion notion, CaseEvents events) =>
        XDocument.Parse(run.Text((source, stream) => XesExport.Write(source, stream, notion, events)));

    private static string? Of(XElement each, string key) =>
        each.Elements().FirstOrDefault(attribute => attribute.Attribute("key")?.Value == key)?.Attribute("value")?.Value;
}
