using System.Diagnostics;
using System.Diagnostics.Metrics;
using Simulator.Cluster.Telemetry;
using Simulator.Cluster.Telemetry.Exposition;
using Simulator.Tests.Dashboards;

namespace Simulator.Cluster.Tests.Telemetry.Exposition;

[Collection(TelemetryTests.Listening)]
public sealed class MeterBookTests
{
    private const string Name = "Test.MeterBook";

    [Fact]
    public void Instruments_are_told_in_the_words_of_Prometheus()
    {
        using var meter = new Meter(Name);
        using var book = new MeterBook([Name]);
        var papers = meter.CreateCounter<long>("office.papers", "{paper}", "Papers that came.\nIn \"words\".");
        papers.Add(2, new("office.level", "xã \"A\"\\\n"), new("kind", 7));
        papers.Add(3, new("office.level", "xã \"A\"\\\n"), new("kind", 7));
        papers.Add(1);
        var open = meter.CreateUpDownCounter<int>("open", null, "Open.");
        open.Add(5);
        open.Add(-2);
        meter.CreateHistogram("took", "s", "Took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 2] })
            .Record(2);
        meter.CreateObservableGauge("used.memory", () => 12.5, "By", "Memory.");
        var (text, type) = book.Read(isOpenMetrics: false);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", type);
        Assert.Equal(
            """"
            # TYPE office_papers_total counter
            # HELP office_papers_total Papers that came.\nIn "words".
            office_papers_total 1
            office_papers_total{kind="7",office_level="xã \"A\"\\\n"} 5
            # TYPE open gauge
            # HELP open Open.
            open 3
            # TYPE took_seconds histogram
            # HELP took_seconds Took.
            took_seconds_bucket{le="0.5"} 0
            took_seconds_bucket{le="2"} 1
            took_seconds_bucket{le="+Inf"} 1
            took_seconds_sum 2
            took_seconds_count 1
            # TYPE used_memory_bytes gauge
            # HELP used_memory_bytes Memory.
            used_memory_bytes 12.5

            """",
            text);
        (text, type) = book.Read(isOpenMetrics: true);
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", type);
        Assert.Contains(
            "# TYPE office_papers counter\n# HELP office_papers Papers that came.\\nIn \\\"words\\\".\noffice_papers_total 1\n", text,
            StringComparison.Ordinal);
        Assert.Contains("# TYPE took_seconds histogram\n# UNIT took_seconds seconds\n", text, StringComparison.Ordinal);
        Assert.Contains("took_seconds_bucket{le=\"2.0\"} 1\n", text, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_observed_is_what_is_there_now_and_nothing_that_has_gone()
    {
        using var meter = new Meter(Name);
        using var book = new MeterBook([Name]);
        var seen = new List<Measurement<long>> { new(7, [new("of", "a")]), new(8, [new("of", "b")]) };
        meter.CreateObservableCounter("seen", () => seen);
        Assert.Contains("seen_total{of=\"a\"} 7\nseen_total{of=\"b\"} 8\n", book.Read(false).Text, StringComparison.Ordinal);
        seen[0] = new(9, [new("of", "a")]);
        seen.RemoveAt(1);
        Assert.EndsWith("seen_total{of=\"a\"} 9\n", book.Read(false).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_observed_is_left_out_and_all_else_is_told()
    {
        using var meter = new Meter(Name);
        using var book = new MeterBook([Name]);
        var isBroken = true;
        meter.CreateObservableGauge("broken", int () => isBroken ? throw new InvalidOperationException("Not now.") : 3);
        meter.CreateObservableGauge("whole", () => 4);
        meter.CreateCounter<int>("counted").Add(5);
        Assert.Equal(["counted_total 5", "whole 4"], Samples());
        isBroken = false;
        Assert.Equal(["broken 3", "counted_total 5", "whole 4"], Samples());

        IEnumerable<string> Samples() =>
            book.Read(false).Text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'));
    }

    [Fact]
    public void What_a_meter_has_told_goes_with_it_and_does_not_hide_its_successor()
    {
        using var book = new MeterBook([Name]);
        using (var first = new Meter(Name))
        {
            first.CreateCounter<int>("counted").Add(5);
            Assert.EndsWith("counted_total 5\n", book.Read(false).Text, StringComparison.Ordinal);
        }

        Assert.Equal("", book.Read(false).Text);
        using var second = new Meter(Name);
        second.CreateCounter<int>("counted").Add(2);
        Assert.EndsWith("counted_total 2\n", book.Read(false).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Meters_that_were_not_named_are_not_heard()
    {
        using var meter = new Meter(Name);
        using var other = new Meter(Name + "Other");
        using var part = new Meter(Name + ".Part");
        using var book = new MeterBook([Name]);
        other.CreateCounter<int>("unheard").Add(1);
        part.CreateCounter<int>("heard").Add(1);
        Assert.StartsWith("# TYPE heard_total counter\n", book.Read(false).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unheard", book.Read(false).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_without_end_are_put_together()
    {
        using var meter = new Meter(Name);
        using var book = new MeterBook([Name]);
        var counter = meter.CreateCounter<int>("many");
        for (var each = 0; each < ExposedInstrument.MostSeries + 100; each++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("each", each));
        }

        var lines = book.Read(false).Text.Split('\n');
        Assert.InRange(lines.Length, ExposedInstrument.MostSeries, ExposedInstrument.MostSeries + 5);
        Assert.Contains("many_total{otel_metric_overflow=\"true\"} 100", lines);
    }

    [Fact]
    public void Measuring_without_and_with_known_attributes_allocates_nothing()
    {
        using var meter = new Meter(Name);
        using var book = new MeterBook([Name]);
        var counter = meter.CreateCounter<long>("counted");
        var histogram = meter.CreateHistogram<double>("took", "s");
        var of = new KeyValuePair<string, object?>("of", "a");
        Measure();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Measure()
        {
            for (var each = 0; each < 1_000; each++)
            {
                counter.Add(1);
                counter.Add(1, of);
                histogram.Record(0.2);
            }
        }
    }

    [Fact]
    public void Many_who_measure_at_once_lose_nothing()
    {
        using var meter = new Meter(Name);
        using var book = new MeterBook([Name]);
        var counter = meter.CreateCounter<long>("counted");
        Parallel.For(0, 8, of =>
        {
            for (var each = 0; each < 10_000; each++)
            {
                counter.Add(1, new KeyValuePair<string, object?>("of", of % 2));
            }
        });
        Assert.Contains("counted_total{of=\"0\"} 40000\ncounted_total{of=\"1\"} 40000\n", book.Read(true).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulator.round.duration", "s", "simulator_round_duration_seconds")]
    [InlineData("dotnet.process.memory.working_set", "By", "dotnet_process_memory_working_set_bytes")]
    [InlineData("orleans-app-requests--latency", "ms", "orleans_app_requests_latency_milliseconds")]
    [InlineData("in.seconds", "s", "in_seconds")]
    [InlineData("7days", "{day}", "_7days")]
    [InlineData("share", "1", "share_ratio")]
    public void A_name_is_cleaned_and_ends_in_its_unit(string name, string unit, string family) =>
        Assert.Equal(family, ExposedNames.Family(name, ExposedNames.Unit(unit, ExposedType.Gauge), ExposedType.Gauge));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Promtool_finds_nothing_wrong_with_what_a_silo_tells(bool isOpenMetrics)
    {
        using var book = new MeterBook(TelemetryExport.Meters);
        using var agenda = ClusterTelemetry.Agenda.Open();
        ClusterTelemetry.MoveRun(null, RunStates.Running);
        ClusterTelemetry.EndRound(ClusterTelemetry.BeginRound(), 3, 4);
        ClusterTelemetry.MoveRun(RunStates.Running, null);
        var (text, _) = book.Read(isOpenMetrics);
        Assert.Contains("\nsimulator_rounds_total ", text, StringComparison.Ordinal);
        Assert.Contains("\nsimulator_epochs_total 0\n", text, StringComparison.Ordinal); // before the first
        Assert.Contains("\nsimulator_runs{simulator_run_state=\"running\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndotnet_gc_collections_total{gc_heap_generation=\"gen0\"} ", text, StringComparison.Ordinal);
        if (isOpenMetrics)
        {
            return; // it reads the other form alone
        }

        var program = Promtool.Find("promtool");
        Assert.SkipWhen(program is null, "promtool is not here: apt-get install prometheus");
        using var promtool = Process.Start(new ProcessStartInfo(program, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        promtool.StandardInput.Write(text);
        promtool.StandardInput.Close();
        var said = promtool.StandardOutput.ReadToEnd() + promtool.StandardError.ReadToEnd();
        promtool.WaitForExit();
        // Names that the runtime has chosen are passed on as they are; and those of Orleans, where a silo was in this process before.
        Assert.All(
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("^(dotnet_[a-z_]+_count .* should not have \"_count\" suffix$|orleans_)", line));
    }
}
