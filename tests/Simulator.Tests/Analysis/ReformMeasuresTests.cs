using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis;

/// <summary>What is measured of an organisation that has changed while papers were on their way in it.</summary>
public sealed class ReformMeasuresTests
{
    private const string Shipped = "mechanisms/reform-in-mid-run";

    private static readonly Lazy<RunTrace> Districts = new(() => TraceOf(ShippedRun.Base(Shipped)));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    /// <summary>
    /// Each of the twelve districts reports on its six communes and itself, each of the four provinces on its three
    /// districts and itself: 12 × 7 = 84 and 4 × 22 = 88, whoever wrote for the districts.
    /// </summary>
    [Fact]
    public void A_report_on_the_file_of_a_dissolved_body_is_the_report_of_that_body()
    {
        var trace = Districts.Value;
        var progress = ProgressReader.Read(trace)[0];
        var reports = ReportReader.Read(trace)[0];
        var levels = LevelReports.Of(trace.Model, 0, reports, progress, trace.Model.Until).ToDictionary(each => each.Level);
        Assert.Equal((4, 88), (levels["province"].Reports, levels["province"].Counted));
        Assert.Equal((12, 84), (levels["district"].Reports, levels["district"].Counted));
        Assert.Equal((72, 72), (levels["commune"].Reports, levels["commune"].Counted));
        var issuer = DirectiveMeasures.Of(trace, [progress])[0];
        Assert.Equal(issuer.ReportedComplied, levels["province"].Claimed);
        Assert.All(levels.Values, level => Assert.True(level.Known <= level.Complied, $"{level.Level}: {level}"));
        var toIssuer = reports.Where(report => report.To == trace.Model.Directives[0].Issuer).SelectMany(report => report.Bodies());
        Assert.Equal(trace.Model.Directives[0].Reach.Order(), toIssuer.Order());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Through_a_reform_a_report_counts_each_of_its_bodies_once(int seed)
    {
        var trace = Trace(seed);
        foreach (var report in ReportReader.Read(trace).SelectMany(each => each))
        {
            var papers = report.Reports().Select(each => (each.Body, each.Route)).ToList();
            Assert.Equal(report.Counted, papers.Count);
            Assert.Equal(papers.Count, papers.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Through_a_reform_the_issuer_knows_what_the_reports_to_it_claim(int seed)
    {
        var trace = Trace(seed);
        var measures = DirectiveMeasures.Of(trace, ProgressReader.Read(trace));
        foreach (var entry in trace.Entries.ToArray().Where(entry => entry.Kind == EntryKind.Closed))
        {
            var root = trace.Model.Directives.ToList().IndexOf(trace.RootOf(entry));
            if (trace.OwnerOf(entry) == trace.IssuerOf(root))
            {
                Assert.Equal((entry.Tick, entry.B), (measures[root].CompletedAt, measures[root].ReportedComplied));
            }
        }
    }

    private static RunTrace Trace(int seed) =>
        TraceOf(Played.Of(ModelCompiler.Compile(GeneratedReform.Of(seed)), new RunOptions { Seed = (ulong)seed }));

    private static RunTrace TraceOf(Played played) => new(played.Model, [.. played.Entries]);
}
