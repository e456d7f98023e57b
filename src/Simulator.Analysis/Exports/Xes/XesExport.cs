using System.Globalization;
using System.Text;
using System.Xml;

namespace Simulator.Analysis.Exports.Xes;

/// <summary>
/// A log after IEEE 1849-2016 (XES), for ProM, PM4Py, Disco and Apromore: a trace a case, and of each step two events, where it
/// began and where it ended. docs/exports.md says what the attributes are.
/// </summary>
public static class XesExport
{
    private const string Standard = "http://www.xes-standard.org/";

    private static readonly (string Name, string Prefix)[] s_extensions =
        [("Concept", "concept"), ("Lifecycle", "lifecycle"), ("Organizational", "org"), ("Time", "time")];

    /// <summary>Writes it.</summary>
    /// <param name="source">The run.</param>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="notion">What a case is.</param>
    /// <param name="events">Which entries are events.</param>
    public static ExportSummary Write(ExportSource source, Stream target, CaseNotion notion, CaseEvents events)
    {
        ArgumentNullException.ThrowIfNull(source);
        var names = new ExportedNames(source);
        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        using var rows = new CaseRows(source, names, notion, events, beginsToo: true);
        var attributes = new XesAttributes(xml, source.Offset);
        xml.WriteStartDocument();
        xml.WriteStartElement("log");
        xml.WriteAttributeString("xes.version", "1849.2016");
        xml.WriteAttributeString("xes.features", "");
        WriteHead(xml, attributes, source, notion);
        while (rows.Read())
        {
            if (rows.IsFirstOfCase)
            {
                if (rows.Cases > 1)
                {
                    xml.WriteEndElement();
                }

                xml.WriteWhitespace("\n");
                xml.WriteStartElement("trace");
                WriteCase(attributes, rows, names, notion);
            }

            xml.WriteWhitespace("\n");
            xml.WriteStartElement("event");
            WriteEvent(attributes, rows, source);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
        return new ExportSummary(new ExportCount("events", "event", rows.Events), new ExportCount("cases", "case", rows.Cases));
    }

    private static void WriteHead(XmlWriter xml, XesAttributes attributes, ExportSource source, CaseNotion notion)
    {
        foreach (var (name, prefix) in s_extensions)
        {
            xml.WriteStartElement("extension");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("prefix", prefix);
            xml.WriteAttributeString("uri", $"{Standard}{prefix}.xesext");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("global");
        xml.WriteAttributeString("scope", "trace");
        attributes.Text("concept:name", "case");
        xml.WriteEndElement();
        xml.WriteStartElement("global");
        xml.WriteAttributeString("scope", "event");
        attributes.Text("concept:name", "step").Text("concept:instance", "0").Text("lifecycle:transition", "complete")
            .Moment("time:timestamp", DateTime.UnixEpoch).Text("org:group", "body");
        xml.WriteEndElement();
        Classifier(xml, "Activity", "concept:name lifecycle:transition");
        Classifier(xml, "Step", "concept:name");
        Classifier(xml, "StepOfBody", "concept:name org:group");
        attributes.Text("concept:name", source.Fact("scenario")).Text("variant", source.Fact("variant")).Text("seed", source.Fact("seed"))
            .Number("replication", long.Parse(source.Fact("replication"), CultureInfo.InvariantCulture))
            .Text("digest", source.Fact("digest")).Text("case", notion.ToString().ToLowerInvariant())
            .Text("lifecycle:model", "standard");
    }

    private static void Classifier(XmlWriter xml, string name, string keys)
    {
        xml.WriteStartElement("classifier");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("scope", "event");
        xml.WriteAttributeString("keys", keys);
        xml.WriteEndElement();
    }

    private static void WriteCase(XesAttributes attributes, CaseRows rows, ExportedNames names, CaseNotion notion)
    {
        var directive = names.Directive(rows.Root);
        attributes.Text("concept:name", rows.Case).Text("directive", rows.About).Text("symbol", directive?.Symbol)
            .Text("title", directive?.Title);
        if (notion is CaseNotion.Assignment or CaseNotion.Dossier)
        {
            attributes.Text("body", rows.Body.Key).Text("name", rows.Body.Name).Text("level", names.Level(rows.Body));
        }
    }

    private static void WriteEvent(XesAttributes attributes, CaseRows rows, ExportSource source)
    {
        attributes.Text("concept:name", rows.Activity).Text("concept:instance", rows.Id)
            .Text("lifecycle:transition", rows.IsStart ? "start" : "complete").Moment("time:timestamp", source.At(rows.At))
            .Text("org:resource", rows.Resource).Text("org:role", rows.IsStep ? rows.Post : null)
            .Text("org:group", rows.Body.Key).Text("name", rows.Body.Name);
        if (rows.IsStart)
        {
            attributes.Moment("enabled", rows.Enabled is { } enabled ? source.At(enabled) : null);
        }
        else
        {
            attributes.Text("document", rows.Document).Text("assignment", rows.Assignment).Number("in_hours", rows.InHours)
                .Number("worked", rows.Worked);
        }
    }
}
