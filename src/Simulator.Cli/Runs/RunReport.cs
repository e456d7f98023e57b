using Simulator.Analysis.Hindcast;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Runs;

/// <summary>A run and what was found in it, before it is put into words or JSON.</summary>
internal sealed record RunReport
{
    public required CompiledModel Model { get; init; }

    public required RunOptions Options { get; init; }

    public required RunResult Result { get; init; }

    public required RunTrace Trace { get; init; }

    /// <summary>
    /// The engine that carried it; <c>null</c>: a kept run does not say, for it has no effect.
    /// </summary>
    public string? Engine { get; init; }

    public required string Folder { get; init; }

    /// <summary>Whether the very same run was in the folder already.</summary>
    public bool WasThere { get; init; }

    /// <summary>The digest of the run that it is a fork of, and the first tick at which they may differ.</summary>
    public (string Digest, int At)? Fork { get; init; }

    public int Replications { get; init; }

    public IReadOnlyList<PaperPrediction> Predictions { get; init; } = [];

    /// <summary>
    /// Whether the run is of the scenario as it stands, without variant, settings or injects: only that can be held against
    /// what really happened.
    /// </summary>
    public bool IsOfBase { get; init; } = true;

    /// <summary>By directive, the progress of each body at the end.</summary>
    public IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress =>
        field ??= ProgressReader.Read(Trace);

    public IReadOnlyList<DirectiveMeasures> Measures => field ??= DirectiveMeasures.Of(Trace, Progress);

    /// <summary>What the goals come to; of a directive that was not issued nobody counts.</summary>
    public IReadOnlyList<GoalAnswer> Goals => field ??=
    [
        .. GoalAnswer.Of(Trace, Progress, Until).Select(answer => answer.IsTogether || IsIssued(answer.Directive) ? answer
            : answer with { Among = 0, InState = 0, ReachedAt = -1, IsMet = false }),
    ];

    /// <summary>The last tick of the run.</summary>
    public int Until => Options.Until?.Value ?? Model.Until;

    /// <summary>Whether a directive was issued before the run ended.</summary>
    public bool IsIssued(CompiledDirective directive) => directive.IsIssued && directive.Issued <= Until;

    /// <summary>By directive, the reports that were sent.</summary>
    public IReadOnlyList<IReadOnlyList<SentReport>> Reports => field ??= ReportReader.Read(Trace);

    /// <summary>Whether any report was made while work went on, or says something else than its writer knew.</summary>
    public bool HasOtherFigures
    {
        get
        {
            foreach (ref readonly var entry in Trace.Entries)
            {
                if (entry.Kind is EntryKind.FiguresClosed or EntryKind.Misreported)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public IReadOnlyList<LevelReports> ReportsByLevel(int root) =>
        LevelReports.Of(Model, root, Reports[root], Progress[root], Until);

    /// <summary>The place of a directive.</summary>
    public int RootOf(DirectiveMeasures measures) => Model.Directives.ToList().IndexOf(measures.Directive);

    /// <summary>A moment as people write it.</summary>
    public string Moment(int tick) => Model.Source.Axis.ToCivil(new Tick(tick)).ToString().Replace('T', ' ');

    public string Iso(int tick) => Model.Source.Axis.ToIso(new Tick(tick));
}
