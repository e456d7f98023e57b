namespace Simulator.Analysis.Exports.Otlp;

/// <summary>A stretch of simulated time in which a body had to do with a directive. Moments are ticks.</summary>
internal sealed class SimulatedSpan
{
    /// <summary>
    /// More events, or links, than this are counted and not sent, so that a span stays below what receivers take in one
    /// message: some 100 bytes each, beside 4 MB.
    /// </summary>
    internal const int MostDetails = 10_000;

    internal required UInt128 Trace { get; init; }

    internal required ulong Id { get; init; }

    /// <summary>The span that it is a part of; 0: none.</summary>
    internal required ulong Parent { get; init; }

    internal required string Name { get; init; }

    /// <summary>By whom: the level of the body, by which trace viewers colour.</summary>
    internal required string From { get; init; }

    internal SpanKind Kind { get; init; } = SpanKind.Internal;

    internal required long Start { get; set; }

    internal required long End { get; set; }

    internal List<SpanAttribute> Attributes { get; } = [];

    internal List<SpanEvent> Events { get; } = [];

    internal List<SpanLink> Links { get; } = [];

    internal int DroppedEvents { get; private set; }

    internal int DroppedLinks { get; private set; }

    /// <summary>What went wrong; <c>null</c>: nothing did.</summary>
    internal string? Error { get; set; }

    internal void Add(SpanEvent happened)
    {
        if (Events.Count < MostDetails)
        {
            Events.Add(happened);
        }
        else
        {
            DroppedEvents++;
        }
    }

    internal void Add(SpanLink link)
    {
        if (Links.Count < MostDetails)
        {
            Links.Add(link);
        }
        else
        {
            DroppedLinks++;
        }
    }

    internal SimulatedSpan With(string key, string? text)
    {
        if (text is not null)
        {
            Attributes.Add(new SpanAttribute(key, text));
        }

        return this;
    }

    internal SimulatedSpan With(string key, long? number)
    {
        if (number is { } value)
        {
            Attributes.Add(new SpanAttribute(key, value));
        }

        return this;
    }

    internal SimulatedSpan With(string key, bool flag)
    {
        Attributes.Add(new SpanAttribute(key, flag));
        return this;
    }
}
