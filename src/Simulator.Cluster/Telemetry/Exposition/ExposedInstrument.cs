using System.Diagnostics.Metrics;

namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>What has been measured by one instrument, summed as Prometheus wants it: from the start of the process on.</summary>
internal sealed class ExposedInstrument
{
    /// <summary>More series than this are put together: whoever labels by what never ends must not fill the memory.</summary>
    internal const int MostSeries = 500;

    private static readonly double[] Seconds =
        [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

    private static readonly double[] Other = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000];

    private readonly Lock gate = new();
    private readonly Dictionary<LabelSet, ExposedSeries> series = new(new LabelSet.Comparer());
    private readonly Dictionary<LabelSet, ExposedSeries>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> byTags;
    private readonly bool isTotal;

    /// <param name="instrument">What is listened to.</param>
    /// <param name="startsAtZero">Whether it is there before anything is measured: it has no attributes.</param>
    internal ExposedInstrument(Instrument instrument, bool startsAtZero)
    {
        byTags = series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        var kind = instrument.GetType().Name.Split('`')[0];
        Type = kind switch
        {
            "Counter" or "ObservableCounter" => ExposedType.Counter,
            "Histogram" => ExposedType.Histogram,
            _ => ExposedType.Gauge,
        };
        isTotal = kind is not ("Counter" or "UpDownCounter");
        IsObserved = instrument.IsObservable;
        Unit = ExposedNames.Unit(instrument.Unit, Type);
        Family = ExposedNames.Family(instrument.Name, Unit, Type);
        Help = string.IsNullOrWhiteSpace(instrument.Description) ? instrument.Name : instrument.Description;
        Bounds = Type != ExposedType.Histogram ? [] : BoundsOf(instrument) ?? (Unit == "seconds" ? Seconds : Other);
        if (startsAtZero && !IsObserved && Type == ExposedType.Counter)
        {
            series[LabelSet.Empty] = new ExposedSeries(Bounds);
        }
    }

    internal ExposedType Type { get; }

    internal string Family { get; }

    internal string Unit { get; }

    internal string Help { get; }

    /// <summary>Upper bounds of the buckets of a histogram.</summary>
    internal IReadOnlyList<double> Bounds { get; }

    /// <summary>Whether it is asked whenever somebody wants to know, rather than telling.</summary>
    internal bool IsObserved { get; }

    /// <summary>Takes a measurement in.</summary>
    internal void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (gate)
        {
            if (!byTags.TryGetValue(tags, out var own))
            {
                own = Add(series.Count < MostSeries ? new LabelSet(tags.ToArray()) : LabelSet.Overflow);
            }

            if (Type == ExposedType.Histogram)
            {
                own.Observe(value);
            }
            else
            {
                own.Value = isTotal ? value : own.Value + value;
            }
        }
    }

    /// <summary>Forgets what was observed, before it is asked again: what is gone must not stay.</summary>
    internal void Forget()
    {
        lock (gate)
        {
            series.Clear();
        }
    }

    /// <summary>Shows all series, by their labels.</summary>
    internal void Show(Action<string, ExposedSeries> show)
    {
        lock (gate)
        {
            foreach (var (labels, own) in series.OrderBy(each => each.Key.Text, StringComparer.Ordinal))
            {
                show(labels.Text, own);
            }
        }
    }

    private ExposedSeries Add(LabelSet labels)
    {
        if (!series.TryGetValue(labels, out var own))
        {
            series[labels] = own = new ExposedSeries(Bounds);
        }

        return own;
    }

    private static IReadOnlyList<double>? BoundsOf(Instrument instrument) =>
        instrument switch
        {
            Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
            Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToList(),
            Histogram<int> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound).ToList(),
            _ => null,
        };
}
