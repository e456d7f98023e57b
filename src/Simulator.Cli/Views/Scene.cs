using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Views;

/// <summary>The run that a view looks at, and from where.</summary>
internal sealed class Scene(RunFolder folder, Language language)
{
    internal RunFolder Folder { get; } = folder;

    internal Language Language { get; } = language;

    internal PaperNames Papers { get; } = new(folder.Trace, folder.Scenario.Labels);

    internal RunTrace Trace => Folder.Trace;

    internal CompiledModel Model => Folder.Trace.Model;

    /// <summary>The run, to be played again as it was.</summary>
    /// <param name="threads">How many threads it may take.</param>
    internal RunOrder Again(int threads) => new()
    {
        Text = Folder.Scenario.Resolved!,
        Model = Model,
        Options = new RunOptions
        {
            Seed = Folder.Manifest.Seed,
            Replication = Folder.Manifest.Replication,
            Until = new Tick(Folder.Manifest.Until),
            Threads = threads,
        },
    };

    /// <summary>The moment looked at, a tick; the end of the run unless told otherwise.</summary>
    internal required int At { get; init; }

    /// <summary>Place of the directive asked for.</summary>
    internal required int? Root { get; init; }

    /// <summary>Index of the body asked for.</summary>
    internal required int? Body { get; init; }

    /// <summary>The directives to show: the one asked for, or all.</summary>
    internal IEnumerable<int> Roots => Root is { } root
        ? [Issued(root)]
        : Enumerable.Range(0, Model.Directives.Count).Where(IsIssued);

    /// <summary>The one directive of a view that shows one.</summary>
    internal int OneRoot => Issued(Root ?? (Model.Directives.Count == 1
        ? 0
        : throw new UsageException(
            "There are several directives; choose one with --directive: "
            + string.Join(", ", Model.Directives.Select(each => each.Source.Symbol ?? each.Source.Id)))));

    private bool IsIssued(int root) => Model.Directives[root].IsIssued && Model.Directives[root].Issued <= Folder.Manifest.Until;

    private int Issued(int root) => IsIssued(root) ? root : throw new UsageException(
        $"'{Model.Directives[root].Source.Id}' was not issued in this run.");

    internal IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress
    {
        get => field ??= ProgressReader.Read(Trace, At);
        set;
    }

    internal string NameOf(int body) => Model.Bodies[body].Name is { Length: > 0 } name ? name : Model.Bodies[body].Id;

    /// <summary>Whether an intervention had dissolved a body by the moment looked at.</summary>
    internal bool IsDissolved(int body) => Trace.IsDissolved(body, At);

    internal string IdOf(int body) => Model.Bodies[body].Id;

    internal string Moment(int tick) =>
        Model.Source.Axis.ToCivil(new Tick(tick)).ToString().Replace('T', ' ');

    internal string? Iso(int tick) => tick < 0 ? null : Model.Source.Axis.ToIso(new Tick(tick));

    internal string TitleOf(int root) =>
        $"{Papers.SymbolOf(root, Model.Directives[root].Issuer)}  "
        + Language.In(Model.Directives[root].Source.Title);
}
