using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>
/// Keeps what the meters of this process measure, from when it is made until it is disposed, for whoever asks in the text of
/// Prometheus. Only instruments of the meters named are listened to.
/// </summary>
internal sealed class MeterBook : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<ExposedInstrument> instruments = [];
    private readonly MeterListener listener = new();

    /// <param name="meters">Names of meters; one is also meant by the beginning of its name up to a dot.</param>
    internal MeterBook(IReadOnlyCollection<string> meters)
    {
        RuntimeHelpers.RunClassConstructor(typeof(ClusterTelemetry).TypeHandle);
        listener.InstrumentPublished = (instrument, own) =>
        {
            var meter = instrument.Meter.Name;
            if (meters.Any(name => meter == name || meter.StartsWith($"{name}.", StringComparison.Ordinal)))
            {
                var exposed = new ExposedInstrument(instrument, startsAtZero: meter == ClusterTelemetry.Name);
                lock (gate)
                {
                    instruments.Add(exposed);
                }

                own.EnableMeasurementEvents(instrument, exposed);
            }
        };
        listener.MeasurementsCompleted = (_, state) =>
        {
            lock (gate)
            {
                instruments.Remove((ExposedInstrument)state!); // its meter is gone; another may come of the same name
            }
        };
        listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => Record(state, (double)value, tags));
        listener.Start();
    }

    /// <summary>How everything stands now.</summary>
    /// <param name="isOpenMetrics">In which of the two forms.</param>
    /// <returns>The text, and what it says that it is.</returns>
    internal (string Text, string ContentType) Read(bool isOpenMetrics)
    {
        lock (gate)
        {
            foreach (var instrument in instruments.Where(each => each.IsObserved))
            {
                instrument.Forget();
            }

            try
            {
                listener.RecordObservableInstruments();
            }
            catch (AggregateException)
            {
                // Instruments that throw have no values this time; all others have been asked.
            }

            var text = new ExpositionText(isOpenMetrics);
            foreach (var family in instruments.GroupBy(each => each.Family, StringComparer.Ordinal)
                .OrderBy(family => family.Key, StringComparer.Ordinal))
            {
                // Of instruments whose names become one and that differ in type, the first counts.
                var type = family.First().Type;
                text.Write([.. family.Where(each => each.Type == type)]);
            }

            return (text.End(), text.ContentType);
        }
    }

    public void Dispose() => listener.Dispose();

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        ((ExposedInstrument)state!).Record(value, tags);
}
