using Simulator.Analysis.Hindcast;
using Simulator.Analysis.Paths;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Cli.Words;
using Simulator.Kernel.Engine;
using Simulator.Scenarios.Experiments;

namespace Simulator.Cli.Reports;

/// <summary>The report of one run, or of several side by side.</summary>
/// <param name="request">What is asked for.</param>
internal sealed class RunDocument(ReportRequest request)
{
    /// <summary>So many runs are read beside each other; more would be a sweep.</summary>
    internal const int MostRuns = 6;

    private const int UsualReplications = 200;

    private Language Language => request.Language;

    internal ReportDocument Make(IReadOnlyList<RunFolder> folders)
    {
        var names = Names(folders);
        var many = folders.Count > 1;
        var directive = Chosen(folders[0]);
        var places = folders.Select(folder => PlaceOf(directive, folder, folders[0])).ToList();
        var parts = folders.Select((folder, place) => Part(folder, places[place], many ? $"run-{place + 1}-" : "")).ToList();
        var labels = folders[0].Scenario.Labels;
        var title = Language.In(labels.Title) is { Length: > 0 } known ? known : folders[0].Manifest.Scenario;
        return new ReportDocument
        {
            Language = Language,
            Title = request.Title ?? title,
            Over = many
                ? Language.In($"Simulated runs side by side: {string.Join(", ", names)}",
                    $"Các lần chạy mô phỏng đặt cạnh nhau: {string.Join(", ", names)}")
                : Language.In("Report of a simulated run", "Báo cáo một lần chạy mô phỏng") + $" · {Called(folders[0])}",
            Under = many ? DirectivesSection.Title(parts[0].Subject.Scene, parts[0].Subject.Root) : Under(folders[0], parts[0].Subject),
            Sections = many
                ?
                [
                    new SideBySideSection([.. parts.Select(part => part.Subject)], names).Make(),
                    .. parts.Select((part, place) => new Section(
                        $"run-{place + 1}", names[place],
                        [new Sentences($"{Called(folders[place])}. {Under(folders[place], part.Subject)}")])
                    {
                        Sections = part.Sections,
                    }),
                ]
                : parts[0].Sections,
            Foot = [.. folders.Select(folder => Language.In(
                $"Made from run {Called(folder)}, {Language.Count(folder.Manifest.Entries)} journal entries, digest "
                    + $"{folder.Manifest.Digest}.",
                $"Lập từ lần chạy {Called(folder)}, {Language.Count(folder.Manifest.Entries)} mục nhật ký, mã kiểm "
                    + $"{folder.Manifest.Digest}."))],
        };
    }

    private static string Called(RunFolder folder) =>
        $"{folder.Manifest.Scenario} · {folder.Manifest.Variant} · seed {folder.Manifest.Seed}"
        + (folder.Manifest.Replication > 0 ? $" · replication {folder.Manifest.Replication}" : "");

    /// <summary>In short what sets the runs apart: the variant, or all of it.</summary>
    private static List<string> Names(IReadOnlyList<RunFolder> folders)
    {
        foreach (var name in (Func<RunFolder, string>[])[folder => folder.Manifest.Variant, Called])
        {
            var names = folders.Select(name).ToList();
            if (names.Distinct().Count() == names.Count)
            {
                return names;
            }
        }

        return [.. folders.Select((folder, place) => $"{Called(folder)} ({place + 1})")];
    }

    private string Under(RunFolder folder, RunSubject subject)
    {
        var (from, to) = (subject.Scene.Moment(0), subject.Scene.Moment(folder.Manifest.Until));
        return DirectivesSection.Title(subject.Scene, subject.Root) + " · " + Language.In(
            $"{from} to {to}, {Language.Count(folder.Manifest.Bodies)} bodies",
            $"{from} đến {to}, {Language.Count(folder.Manifest.Bodies)} cơ quan");
    }

    private (RunSubject Subject, IReadOnlyList<Section> Sections) Part(RunFolder folder, int chosen, string prefix)
    {
        var all = All(folder);
        var subject = new RunSubject(folder, Language, chosen, prefix);
        subject.Read();
        var predictions = Predict(subject);
        subject.Others = Others(subject);
        Func<Section?>[] parts =
        [
            () => all.Roots.Count() > 1 ? new DirectivesSection(all, chosen, request.Directive is not null).Make(prefix) : null,
            new SummarySection(subject).Make,
            new InterventionsSection(subject).Make,
            new HierarchySection(subject).Make,
            new CoverageSection(subject).Make,
            new DelaysSection(subject).Make,
            () => subject.Path is { } path ? new PathSection(subject).Make(path) : null,
            new WaitsSection(subject).Make,
            new StallsSection(subject).Make,
            () => predictions.Count == 0 ? null : new HindcastSection(subject, predictions, IsOfBase(folder)).Make(),
            new GoalsSection(subject).Make,
        ];
        return (subject, [.. parts.AsParallel().AsOrdered().Select(make => make()).OfType<Section>()]);
    }

    private Scene All(RunFolder folder) => new(folder, Language) { At = folder.Manifest.Until, Root = null, Body = null };

    /// <summary>The id of the directive that is looked at in every run: the one asked for, else the first run's foremost.</summary>
    private string Chosen(RunFolder first)
    {
        var all = All(first);
        var place = request.Directive is { } text ? all.Papers.Root(text) : all.Roots.Count() switch
        {
            0 => throw new UsageException($"In the run in '{first.Path}' no directive was issued, so that there is nothing to report."),
            1 => all.Roots.Single(),
            _ => DirectivesSection.Foremost(all),
        };
        return all.Model.Directives[place].Source.Id;
    }

    /// <summary>Where a run has the directive, which must have been issued in it.</summary>
    private int PlaceOf(string directive, RunFolder folder, RunFolder first)
    {
        var issued = Issued(folder);
        if (issued.TryGetValue(directive, out var place))
        {
            return place;
        }

        var both = issued.Keys.Where(Issued(first).ContainsKey).Select(id => $"'{id}'").ToList();
        throw new UsageException(
            $"'{directive}' was not issued in the run in '{folder.Path}'."
            + (ReferenceEquals(folder, first) ? ""
                : " Side by side stands what became of one directive, and "
                + (both.Count == 0
                    ? $"this run and the one in '{first.Path}' have none in common: report each by itself."
                    : $"this run and the one in '{first.Path}' have {string.Join(", ", both)} in common: choose with --directive.")));
    }

    private Dictionary<string, int> Issued(RunFolder folder)
    {
        var all = All(folder);
        return all.Roots.ToDictionary(root => all.Model.Directives[root].Source.Id);
    }

    private IReadOnlyList<PaperPrediction> Predict(RunSubject subject)
    {
        var count = request.Replications ?? UsualReplications;
        if (count == 0 || subject.Model.Source.Observed.Count == 0)
        {
            return [];
        }

        var order = subject.Scene.Again(Environment.ProcessorCount) with { Model = subject.Scene.Trace.Source };
        return Played(() => Replications.Predict(
            new LocalEngine(), order with { Options = order.Options with { Replication = 0 } }, count, null, Interruption.Token));
    }

    /// <summary>How often each body is on the path; played only where replications are asked for.</summary>
    private PathFrequencies? Others(RunSubject subject) => request.Replications is not (> 0 and var count) || subject.Path is null
        ? null
        : Played(() => PathFrequencies.Play(
            new LocalEngine(), subject.Scene.Again(Environment.ProcessorCount), subject.Scene.Trace, subject.Root,
                PathEnd.Complied, count,
            null, Interruption.Token));

    private static T Played<T>(Func<Task<T>> play)
    {
        try
        {
            return play().GetAwaiter().GetResult();
        }
        catch (RunException failure)
        {
            throw new UsageException($"A replication failed. {failure.Message}", ExitCode.Failed);
        }
    }

    /// <summary>Only the scenario as it stands can be held against what really happened.</summary>
    private static bool IsOfBase(RunFolder folder) => folder.Manifest is { Variant: Design.Unchanged, ForkOf: null }
        && !File.Exists(Path.Combine(folder.Path, RunFolder.InjectsName));
}
