using System.Globalization;
using System.Text;
using System.Xml;

namespace Simulator.Analysis.Exports.Xes;

/// <summary>Attributes of a log, a trace or an event, one after another; what is <c>null</c> is left out.</summary>
internal sealed class XesAttributes
{
    private readonly XmlWriter xml;
    private readonly string zone;

    /// <summary>Writes to a document.</summary>
    /// <param name="xml">It.</param>
    /// <param name="offset">Minutes by which local time is ahead of UTC, which each moment says.</param>
    internal XesAttributes(XmlWriter xml, int offset)
    {
        this.xml = xml;
        var minutes = Math.Abs(offset);
        zone = string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}");
    }

    internal XesAttributes Text(string key, string? value) => value is null ? this : Write("string", key, Allowed(value));

    internal XesAttributes Number(string key, long? value) =>
        value is { } number ? Write("int", key, number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>A moment of local time.</summary>
    internal XesAttributes Moment(string key, DateTime? value) =>
        value is { } moment ? Write("date", key, moment.ToString("s", CultureInfo.InvariantCulture) + zone) : this;

    /// <summary>Characters that XML 1.0 forbids, such as the bell, are replaced by U+FFFD (XML 1.0, section 2.2).</summary>
    internal static string Allowed(string text)
    {
        var isAllowed = true;
        for (var place = 0; place < text.Length && isAllowed; place++)
        {
            isAllowed = XmlConvert.IsXmlChar(text[place]);
        }

        if (isAllowed)
        {
            return text;
        }

        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            cleaned.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return cleaned.ToString();
    }

    private XesAttributes Write(string type, string key, string value)
    {
        xml.WriteStartElement(type);
        xml.WriteAttributeString("key", key);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
        return this;
    }
}
