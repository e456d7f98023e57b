namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What is said of a span, an event, a link or a resource: a text, an integer, or yes or no.</summary>
internal readonly record struct SpanAttribute
{
    internal SpanAttribute(string key, string text) => (Key, Text) = (key, text);

    internal SpanAttribute(string key, long number) => (Key, Number) = (key, number);

    internal SpanAttribute(string key, bool flag) => (Key, Number, IsFlag) = (key, flag ? 1 : 0, true);

    internal string Key { get; }

    /// <summary>The text; <c>null</c>: it is a number or a flag.</summary>
    internal string? Text { get; }

    /// <summary>The integer; of a flag 1 or 0.</summary>
    internal long Number { get; }

    internal bool IsFlag { get; }
}
