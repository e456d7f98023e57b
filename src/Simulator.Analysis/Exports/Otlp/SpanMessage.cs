using System.Buffers.Binary;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Spans as messages of OTLP: opentelemetry-proto 1.11.0, files trace/v1/trace.proto, common/v1/common.proto,
/// resource/v1/resource.proto and collector/trace/v1/trace_service.proto. The numbers are those of their fields. What has the
/// value that it has unsaid is left out, but for values of attributes, where zero says something.
/// </summary>
internal static class SpanMessage
{
    private const int ErrorCode = 2;

    /// <summary>A span.</summary>
    internal static void Write(WireWriter wire, int field, SimulatedSpan span, SpanClock clock)
    {
        Span<byte> id = stackalloc byte[16];
        var message = wire.Begin(field);
        BinaryPrimitives.WriteUInt128BigEndian(id, span.Trace);
        wire.Bytes(1, id);
        BinaryPrimitives.WriteUInt64BigEndian(id, span.Id);
        wire.Bytes(2, id[..8]);
        if (span.Parent != 0)
        {
            BinaryPrimitives.WriteUInt64BigEndian(id, span.Parent);
            wire.Bytes(4, id[..8]);
        }

        wire.Text(5, span.Name);
        wire.Number(6, (long)span.Kind);
        wire.Fixed64(7, clock.Nanoseconds(span.Start));
        wire.Fixed64(8, clock.Nanoseconds(span.End));
        Write(wire, 9, span.Attributes);
        foreach (var happened in span.Events)
        {
            var inner = wire.Begin(11);
            wire.Fixed64(1, clock.Nanoseconds(happened.At));
            wire.Text(2, happened.Name);
            Write(wire, 3, happened.Attributes);
            wire.End(inner);
        }

        Count(wire, 12, span.DroppedEvents);
        foreach (var link in span.Links)
        {
            Write(wire, link, id);
        }

        Count(wire, 14, span.DroppedLinks);
        if (span.Error is { } error)
        {
            var status = wire.Begin(15);
            wire.Text(2, error);
            wire.Number(3, ErrorCode);
            wire.End(status);
        }

        wire.End(message);
    }

    /// <summary>Attributes, each a pair of a key and a value.</summary>
    internal static void Write(WireWriter wire, int field, IReadOnlyList<SpanAttribute> attributes)
    {
        for (var place = 0; place < attributes.Count; place++)
        {
            var attribute = attributes[place];
            var pair = wire.Begin(field);
            wire.Text(1, attribute.Key);
            var value = wire.Begin(2);
            if (attribute.Text is { } text)
            {
                wire.Text(1, text);
            }
            else
            {
                wire.Number(attribute.IsFlag ? 2 : 3, attribute.Number);
            }

            wire.End(value);
            wire.End(pair);
        }
    }

    private static void Write(WireWriter wire, SpanLink link, Span<byte> id)
    {
        var inner = wire.Begin(13);
        BinaryPrimitives.WriteUInt128BigEndian(id, link.Trace);
        wire.Bytes(1, id);
        BinaryPrimitives.WriteUInt64BigEndian(id, link.Span);
        wire.Bytes(2, id[..8]);
        Write(wire, 4, [new SpanAttribute("simulator.link", link.How)]);
        wire.End(inner);
    }

    private static void Count(WireWriter wire, int field, int number)
    {
        if (number != 0)
        {
            wire.Number(field, number);
        }
    }
}
