namespace Simulator.Analysis.Exports.Otlp;

/// <summary>Spans that are sent together, written as they come, those of each level beside each other.</summary>
/// <param name="clock">What moments they get.</param>
/// <param name="run">What is said of all of them: the resource, but for who speaks.</param>
/// <param name="most">How many spans at most.</param>
internal sealed class SpanBatch(SpanClock clock, IReadOnlyList<SpanAttribute> run, int most)
{
    /// <summary>Receivers over gRPC take messages of 4 MiB, unless they are told to take more.</summary>
    internal const int MostBytes = 4 << 20;

    /// <summary>What spans may take of them: the rest is for what stands around them.</summary>
    private const int MostBytesOfSpans = MostBytes / 8 * 7;

    private static readonly string s_version = typeof(SpanBatch).Assembly.GetName().Version?.ToString(3) ?? "";

    private readonly SortedDictionary<string, WireWriter> spans = new(StringComparer.Ordinal);
    private readonly WireWriter request = new();
    private readonly WireWriter one = new();
    private int bytes;

    /// <summary>How many spans there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds a span, unless the batch is full; an empty one takes any.</summary>
    internal bool TryAdd(SimulatedSpan span)
    {
        one.Clear();
        SpanMessage.Write(one, 2, span, clock);
        if (Count >= most || (Count > 0 && bytes + one.Length > MostBytesOfSpans))
        {
            return false;
        }

        if (!spans.TryGetValue(span.From, out var wire))
        {
            spans[span.From] = wire = new WireWriter();
        }

        wire.Raw(one.Written);
        bytes += one.Length;
        Count++;
        return true;
    }

    /// <summary>The request that brings them; the batch is empty then.</summary>
    internal byte[] Take()
    {
        request.Clear();
        foreach (var (from, written) in spans.Where(each => each.Value.Length > 0))
        {
            var resourceSpans = request.Begin(1);
            var resource = request.Begin(1);
            SpanMessage.Write(request, 1, [new SpanAttribute("service.name", from), .. run]);
            request.End(resource);
            var scopeSpans = request.Begin(2);
            var scope = request.Begin(1);
            request.Text(1, "simulator");
            request.Text(2, s_version);
            request.End(scope);
            request.Raw(written.Written);
            request.End(scopeSpans);
            request.End(resourceSpans);
            written.Clear();
        }

        (Count, bytes) = (0, 0);
        return request.Written.ToArray();
    }
}
