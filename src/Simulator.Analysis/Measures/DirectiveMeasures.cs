using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures;

/// <summary>What a run says of one directive as a whole. Counts are of bodies, delays are elapsed.</summary>
public sealed record DirectiveMeasures
{
    /// <summary>The directive.</summary>
    public required CompiledDirective Directive { get; init; }

    /// <summary>Bodies that it, or a paper implementing it, must reach.</summary>
    public required int Addressed { get; init; }

    /// <summary>Of them: with an arrival.</summary>
    public required int Reached { get; init; }

    /// <summary>Of them: registered.</summary>
    public required int Registered { get; init; }

    /// <summary>Of them: own assignments truly carried out in full, and relayed where they relay.</summary>
    public required int Complied { get; init; }

    /// <summary>Bodies that complied as the issuer knows it from the reports that it has received.</summary>
    public required int ReportedComplied { get; init; }

    /// <summary>
    /// Second papers that were taken for new directives: those bodies, and those below them that do the same, are
    /// counted once more in <see cref="ReportedComplied"/>.
    /// </summary>
    public required int TakenForNew { get; init; }

    /// <summary>Reminders that arrived or were lost.</summary>
    public required int RemindersSent { get; init; }

    /// <summary>Inspections that were registered, or came about by an event.</summary>
    public required int Inspected { get; init; }

    /// <summary>Assignments, relays and contributions that a reminder or an inspection got going.</summary>
    public required int Resumed { get; init; }

    /// <summary>By level, highest first: median hours from the issue to the arrival; levels never reached are left out.</summary>
    public required IReadOnlyList<LevelDelay> MedianDelays { get; init; }

    /// <summary>
    /// By level, highest first: the mean share of the original's content that has come to the bodies that must
    /// be reached; empty where no content is followed.
    /// </summary>
    public IReadOnlyList<LevelContent> ContentByLevel { get; init; } = [];

    /// <summary>When the issuer had nothing more to wait for; -1: not.</summary>
    public required int CompletedAt { get; init; }

    /// <summary>The measures of each directive.</summary>
    /// <param name="model">The model.</param>
    /// <param name="progress">By directive, what <see cref="ProgressReader"/> has read.</param>
    public static IReadOnlyList<DirectiveMeasures> Of(
        CompiledModel model, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(progress);
        return [.. model.Directives.Select((directive, root) => Of(model, directive, directive.Issuer, progress[root]))];
    }

    /// <summary>The measures of each directive; its issuer is whoever issued it as the organisation was then.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="progress">By directive, what <see cref="ProgressReader"/> has read.</param>
    public static IReadOnlyList<DirectiveMeasures> Of(
        RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        return
        [
            .. trace.Model.Directives.Select(
                (directive, root) => Of(trace.Model, directive, trace.IssuerOf(root), progress[root])),
        ];
    }

    private static DirectiveMeasures Of(
        CompiledModel model, CompiledDirective directive, int issuedBy, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var reached = directive.Reach
            .Select(body => progress.GetValueOrDefault(body))
            .OfType<BodyProgress>()
            .Where(body => body.ArrivedAt >= 0)
            .ToList();
        var issuer = progress.GetValueOrDefault(issuedBy);
        return new DirectiveMeasures
        {
            Directive = directive,
            Addressed = directive.Reach.Count,
            Reached = reached.Count,
            Registered = reached.Count(body => body.RegisteredAt >= 0),
            Complied = reached.Count(body => body.CompliedAt >= 0),
            ReportedComplied = issuer?.ReportedComplied ?? 0,
            TakenForNew = progress.Values.Sum(body => body.TakenForNew),
            RemindersSent = progress.Values.Sum(body => body.Reminders + body.RemindersLost),
            Inspected = progress.Values.Sum(body => body.Inspections),
            Resumed = progress.Values.Sum(body => body.Resumed),
            MedianDelays =
            [
                .. reached
                    .GroupBy(body => model.FactsOf(body.Body).Level)
                    .OrderBy(level => level.Key)
                    .Select(level => new LevelDelay(
                        model.Source.Levels[level.Key], level.Count(),
                        Median([.. level.Select(body => body.ArrivedAt - directive.Issued)]) / 60.0)),
            ],
            ContentByLevel = model.FollowsContent ? LevelContent.Of(model, directive.Reach, progress) : [],
            CompletedAt = issuer?.ClosedAt ?? -1,
        };
    }

    private static double Median(List<int> minutes)
    {
        minutes.Sort();
        var middle = minutes.Count / 2;
        return minutes.Count % 2 == 1 ? minutes[middle] : (minutes[middle - 1] + (double)minutes[middle]) / 2;
    }
}

/// <summary>The median delay of one level.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Reached">How many bodies of it were reached.</param>
/// <param name="Hours">Median hours from issue to arrival.</param>
public sealed record LevelDelay(string Level, int Reached, double Hours);
