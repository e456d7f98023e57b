namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>
/// A run as metrics over its own time, as if somebody had asked it every hour how it stands: text that Prometheus makes blocks
/// of. What the numbers mean is in docs/measures.md. They come from the store family by family, summed by directive and level
/// there, so that what is held here is one series.
/// </summary>
public static class RunMetrics
{
    /// <summary>Writes all families of a run.</summary>
    /// <param name="source">The store of the run.</param>
    /// <param name="text">Gets the text; it is not closed.</param>
    /// <param name="options">How.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static RunMetricsSummary Write(ExportSource source, TextWriter text, RunMetricsOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Every, 1);
        var begins = options.Begins ?? source.StartSeconds;
        var times = new SampleTimes(begins, options.Every, source.Until);
        var common = SampleWriter.Labelled(
        [
            new("run", options.Run), new("scenario", source.Fact("scenario")), new("variant", source.Fact("variant")),
        ]);
        var writer = new SampleWriter(text);
        foreach (var family in MetricFamily.All)
        {
            writer.Begin(family);
            ISeries series = family.Type == MetricType.Histogram
                ? new HistogramSeries(writer, family)
                : new StairSeries(writer, family);
            using var rows = family.Sql.Contains(":begins", StringComparison.Ordinal)
                ? source.Rows(family.Sql, begins)
                : source.Rows(family.Sql);
            Write(rows, family, series, common, times);
        }

        writer.End();
        return new RunMetricsSummary(writer.Families, writer.Series, writer.Samples, begins, times.SecondsAt(source.Until));
    }

    private static void Write(StoredRows rows, MetricFamily family, ISeries series, string common, SampleTimes times)
    {
        var labels = new string[family.Labels.Count];
        var (at, more, other) = (labels.Length, labels.Length + 1, labels.Length + 2);
        var next = SampleTimes.None;
        while (rows.Read())
        {
            var tick = (int)rows.Number(at);
            if (IsAnother(rows, labels))
            {
                WriteBefore(SampleTimes.None);
                next = tick;
                series.Begin($"{common},{SampleWriter.Labelled(family.Labels.Zip(labels, KeyValuePair.Create))}");
            }

            WriteBefore(tick);
            series.Take(rows.Real(more), other < rows.Columns ? rows.Real(other) : 0);
        }

        WriteBefore(SampleTimes.None);

        void WriteBefore(int tick)
        {
            for (; next < tick; next = times.After(next))
            {
                series.Write(times.SecondsAt(next));
            }
        }
    }

    /// <summary>Whether a row is of another series than the one before, whose labels are replaced if so.</summary>
    private static bool IsAnother(StoredRows row, string[] labels)
    {
        var isAnother = false;
        for (var label = 0; label < labels.Length; label++)
        {
            if (row.Text(label) is var value && value != labels[label])
            {
                labels[label] = value;
                isAnother = true;
            }
        }

        return isAnother;
    }
}
