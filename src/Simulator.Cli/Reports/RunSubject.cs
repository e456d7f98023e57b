using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Paths;
using Simulator.Analysis.Waits;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Cli.Words;
using Simulator.Kernel.Compilation;

namespace Simulator.Cli.Reports;

/// <summary>One directive of one run, and what has been read of it; each is read once.</summary>
internal sealed class RunSubject
{
    internal RunSubject(RunFolder folder, Language language, int root, string prefix)
    {
        (Root, Prefix) = (root, prefix);
        Scene = new Scene(folder, language) { At = folder.Manifest.Until, Root = root, Body = null };
        Words = new ReportWords(language);
    }

    /// <summary>The run, with this directive asked for.</summary>
    internal Scene Scene { get; }

    /// <summary>Place of the directive.</summary>
    internal int Root { get; }

    /// <summary>What the ids of its charts and sections begin with.</summary>
    internal string Prefix { get; }

    internal ReportWords Words { get; }

    internal Language Language => Scene.Language;

    internal CompiledModel Model => Scene.Model;

    internal CompiledDirective Directive => Model.Directives[Root];

    internal IReadOnlyDictionary<int, BodyProgress> Progress => Scene.Progress[Root];

    internal DirectiveMeasures Measures => field ??= DirectiveMeasures.Of(Scene.Trace, Scene.Progress)[Root];

    internal CoverageCurve Curve => field ??= CoverageCurve.All(Scene.Trace, Root, Progress);

    internal IReadOnlyList<CoverageCurve> CurvesByLevel => field ??= CoverageCurve.By(Scene.Trace, Root, Progress, Grouping.Level);

    internal IReadOnlyList<KnownStep> Known { get; private set; } = [];

    internal IReadOnlyList<HoldUp> HoldUps => field ??= HoldUp.Of(Scene.Trace, Root, Progress, Scene.At);

    internal IReadOnlyList<DelayGroup> Delays => field ??= new DelayReader(Scene.Trace, Scene.Progress).By([Root], Grouping.Level);

    internal WaitTable Waits => field ??= WaitTable.Of(Scene.Trace, Root, Scene.Progress, Scene.At);

    internal IReadOnlyList<GoalAnswer> Goals => field ??= GoalAnswer.Of(Scene.Trace, Scene.Progress, Scene.At);

    /// <summary>The way to the last compliance; <c>null</c>: nobody complied.</summary>
    internal CriticalPath? Path { get; private set; }

    /// <summary>What other replications say of it; <c>null</c>: none were played.</summary>
    internal PathFrequencies? Others { get; set; }

    /// <summary>Reads what takes longest, all of it at once.</summary>
    internal void Read()
    {
        var progress = Task.Run(() =>
        {
            Known = CoverageCurve.Known(Scene.Trace, Root, Scene.At, out var known);
            Scene.Progress = known;
            return known[Root];
        });
        var path = Task.Run(() => CriticalPath.Find(Scene.Trace, Root, PathEnd.Complied, () => progress.Result));
        _ = progress.Result;
        Parallel.Invoke(
            () => _ = (Waits, HoldUps),
            () => _ = (Curve, CurvesByLevel, Delays, Goals, Measures),
            () => Path = path.Result);
    }

    /// <summary>Days from the issue to a tick.</summary>
    internal double Days(int tick) => Math.Round((tick - Directive.Issued) / 1440.0, 4);

    internal string LevelOf(int body) => Words.Level(Model.Source.Levels[Model.FactsOf(body).Level]);
}
