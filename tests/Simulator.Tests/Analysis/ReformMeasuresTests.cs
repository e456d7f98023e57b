using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis;

/// <summary>What is measured of an organisation that has changed while papers were on their way in it.</summary>
public sealed class ReformMeasuresTests
{
    private const string Shipped = "mechanisms/reform-in-mid-run";

    private static readonly Lazy<RunTrace> Districts = new(() => TraceOf(ShippedRun.Base(Shipped)));

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

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

    /// <summary>
    /// At minute 50 the district has drafted for 19 minutes. Its file is under way for 50 minutes, is registered by the
    /// province until 110, drafted until 140, signed until 145, issued at 149. The communes have it at 150, have done it at
    /// 257, and their reports come at 258.
    /// </summary>
    [Theory]
    [InlineData(60, HoldUpCause.FileUnderWay, Step.None, 50, 2)]
    [InlineData(105, HoldUpCause.AtStep, Step.Register, 100, 2)]
    [InlineData(120, HoldUpCause.AtStep, Step.Draft, 110, 2)]
    [InlineData(142, HoldUpCause.AtStep, Step.Sign, 140, 2)]
    [InlineData(200, HoldUpCause.AwaitsReports, Step.None, 149, 0)]
    [InlineData(259, HoldUpCause.AtStep, Step.RegisterReport, 258, 0)]
    public void A_file_stands_where_it_is_in_the_hands_of_whoever_takes_it_over(
        int at, HoldUpCause cause, Step step, int since, int below)
    {
        var trace = TraceOf(TakeoverLaws.Reformed(at: 50, handOver: 50));
        var district = Array.IndexOf([.. trace.Model.Bodies.Select(body => body.Id)], "b/1");
        var found = HoldUp.Of(trace, 0, ProgressReader.Read(trace, at)[0], at).Single(each => each.Body == district);
        Assert.Equal((cause, step, since, below), (found.Cause, found.Step, found.Since, found.WaitingBelow));
        Assert.Equal("b/0", trace.Model.Bodies[found.InHandsOf].Id);
    }

    [Fact]
    public void Nobody_waits_for_no_report()
    {
        var trace = Districts.Value;
        for (var at = 0; at <= trace.Model.Until; at += 180)
        {
            var found = HoldUp.Of(trace, 0, ProgressReader.Read(trace, at)[0], at);
            Assert.DoesNotContain(found, each => each.Cause == HoldUpCause.AwaitsReports && each.Count == 0);
            Assert.All(found, each => Assert.InRange(each.Since, 0, at));
            Assert.Equal(found.Count, found.Select(each => (each.Body, each.Step, each.Cause)).Distinct().Count());
        }
    }

    /// <summary>Both districts of the law have 3 people, and all are lost.</summary>
    [Fact]
    public void A_restructuring_tells_how_many_it_has_dissolved_and_how_many_people_were_lost()
    {
        var doing = DirectorReader.Read(TraceOf(TakeoverLaws.Reformed(at: 50, handOver: 50))).Single();
        Assert.Equal(new Reform(Dissolved: 2, Lost: 6, Crowded: 0), doing.Reform);
    }

    /// <summary>
    /// A post holds 64, the district has 60, and of the 60 of the other 56 find no room. The next change is made to what the
    /// first has left: of the merged one nothing can be lost again, and of the other 64 + 2 + 2.
    /// </summary>
    [Fact]
    public void A_restructuring_is_told_as_it_is_made_to_the_organisation_before_it()
    {
        var model = TakeoverLaws.ThreeTiers;
        model = model with
        {
            Bodies =
            [
                .. model.Bodies.Select(
                    body => body.Kind == "level-1" ? body with { Heads = new HeadCounts(1, 1, 60) } : body),
            ],
        };
        var last = new Intervention
        {
            Id = "last",
            At = new Tick(60),
            Acts =
            [
                new RestructuringAct(
                    new TierRemoval { Bodies = new Selector { Level = "level-1" }, Staff = HeadsRule.Lost }, new TickSpan(0)),
            ],
        };
        var merger = new Merger { Bodies = [new Selector { Named = "b/1" }], Into = "b/2" };
        var doings = DirectorReader.Read(TraceOf(TakeoverLaws.Reformed(at: 15, handOver: 0, model, merger, also: last)));
        Assert.Equal(
            [new Reform(Dissolved: 1, Lost: 56, Crowded: 56), new Reform(Dissolved: 1, Lost: 68, Crowded: 0)],
            doings.Select(doing => doing.Reform));
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
