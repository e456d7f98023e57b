using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Analysis.Measures.Coverage;

/// <summary>Curves that can be worked out by hand.</summary>
public sealed class CoverageTests
{
    /// <summary>
    /// Two offices get the paper at minute 101. They register it in 10 minutes, at 111, and carry it out in 60, at 171. It is due at
    /// 150. Their reports take 5 minutes and a minute on the wire, to 177; nobody registers them there.
    /// </summary>
    [Fact]
    public void Every_change_is_a_step()
    {
        var (trace, progress) = Play();
        var curve = CoverageCurve.All(trace, 0, progress[0]);
        Assert.Equal(2, curve.Addressed);
        const long All = 2L * BodyProgress.Whole;
        Assert.Equal(
            [
                new CoverageStep(100, 0, 0, 0, 0, 0), new CoverageStep(101, 2, 0, 0, 0, All), new CoverageStep(111, 2, 2, 0, 0, All),
                new CoverageStep(171, 2, 2, 2, 0, All), new CoverageStep(177, 2, 2, 2, 2, All),
            ],
            curve.Steps);
        Assert.Equal((0, 2, 2), (curve.At(110).Registered, curve.At(111).Registered, curve.At(int.MaxValue).Registered));
        Assert.Equal([new KnownStep(100, 0, 0), new KnownStep(177, 2, 2)], CoverageCurve.Known(trace, 0, 1000));
    }

    /// <summary>Overdue from the minute after the due date on, and done late at the end.</summary>
    [Fact]
    public void States_change_by_themselves_after_a_due_date()
    {
        var states = Assert.Single(AssignmentStatesOverTime.Read(Play().Trace, 0, Grouping.Level, 1000));
        Assert.Equal("office", states.Name);
        Assert.Equal(
            [
                new StatesStep(100, new StateCounts(0, 0, 2, 0)), new StatesStep(151, new StateCounts(0, 0, 0, 2)),
                new StatesStep(171, new StateCounts(0, 2, 0, 0)),
            ],
            states.Steps);
        Assert.Equal(0, states.At(99).All);
        Assert.Equal(2, Assert.Single(AssignmentStatesOverTime.Read(Play().Trace, 0, Grouping.Level, 150)).At(150).InTerm);
    }

    private static (RunTrace Trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress) Play()
    {
        var model = Sketch.Model(
            [
                Sketch.Kind("issuer"),
                Sketch.Kind(
                    "office", Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.CarryOut, Post.Staff, 60),
                    Sketch.Takes(Step.Compile, Post.Staff, 5)),
            ],
            [Sketch.Body("issuer", "issuer"), Sketch.Body("office/1", "office", "issuer"), Sketch.Body("office/2", "office", "issuer")],
            Sketch.Directive("d/1", "issuer", Sketch.Duty("a", 60) with { Due = new Tick(150) }) with { Issued = new Tick(100) });
        var played = Played.Of(model);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return (trace, ProgressReader.Read(trace));
    }
}
