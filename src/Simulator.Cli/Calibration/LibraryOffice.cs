using System.Globalization;
using Simulator.Analysis.Calibration;
using Simulator.Cli.Commands;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Calibration;

/// <summary>
/// An office as libraries have it: the steps of a relay and the hours of those who take them. It is read by way of a
/// scenario with that one office, so that whatever a scenario can include can be calibrated.
/// </summary>
internal sealed class LibraryOffice
{
    private static readonly Step[] s_relay = [Step.Register, Step.Assign, Step.Draft, Step.Sign, Step.Issue];

    private readonly Model model;
    private readonly HashSet<Step> fitted;

    private LibraryOffice(Model model, string kind, HashSet<Step> fitted)
    {
        this.model = model;
        this.fitted = fitted;
        Kind = model.Kinds.Single(each => each.Id == kind);
    }

    /// <summary>The kind whose steps are fitted.</summary>
    internal BodyKind Kind { get; }

    /// <summary>The names of the levels.</summary>
    internal IReadOnlyList<string> Levels => model.Levels;

    /// <summary>All kinds of the libraries.</summary>
    internal IReadOnlyList<BodyKind> Kinds => model.Kinds;

    /// <summary>The working minutes of a working day.</summary>
    internal int NominalDay => Kind.Leadership.Calendar is { } name
        ? model.Calendars[name].NominalDay
        : CivilTime.MinutesPerDay;

    /// <summary>Reads libraries, later ones over earlier ones.</summary>
    /// <param name="libraries">Names of libraries in the program, or files.</param>
    /// <param name="kind">The kind whose steps are fitted.</param>
    /// <param name="steps">The steps that are fitted.</param>
    /// <param name="first">The first date that calendars must cover.</param>
    /// <param name="last">The last one.</param>
    internal static LibraryOffice Load(
        IReadOnlyList<string> libraries, string kind, IReadOnlyList<string> steps, CivilDate first, CivilDate last)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var library in libraries.Where(library => !Library.Names.Contains(library)))
        {
            texts[library] = File.Exists(library)
                ? File.ReadAllText(library)
                : throw new UsageException(
                    $"There is no library '{library}', and no such file; there are: {string.Join(", ", Library.Names)}."
                    + (NearestName.Of(library, Library.Names) is { } near ? $" Did you mean '{near}'?" : ""));
        }

        if (texts.Keys.FirstOrDefault(IsNoYaml) is { } strange)
        {
            throw new UsageException(
                $"No scenario could include '{strange}': the name of a library in a file ends in .yaml or .yml.");
        }

        var days = last.DayNumber - first.DayNumber + 1;
        var text = string.Create(CultureInfo.InvariantCulture, $$"""
            format: 1
            scenario: calibration
            start: {{first}}T00:00
            until: {{days}}d
            include: [{{string.Join(", ", libraries.Select(each => $"'{each.Replace("'", "''", StringComparison.Ordinal)}'"))}}]
            bodies: { office: { kind: '{{kind.Replace("'", "''", StringComparison.Ordinal)}}' } }
            """);
        var loaded = ScenarioLoader.LoadText(text, "calibration", new LoadOptions { Libraries = texts });
        if (loaded.Model is not { } model)
        {
            var problem = loaded.Problems.First(each => each.Severity == Severity.Error);
            throw new UsageException(string.Join(' ', new[]
            {
                problem.What,
                problem.Right,
                problem.Nearest is null ? null : $"Did you mean '{problem.Nearest}'?",
                $"Libraries: {string.Join(", ", libraries)}; dates: {first} to {last}; kind: {kind}.",
            }.OfType<string>()));
        }

        var relay = s_relay.ToDictionary(step => step.ToString().ToLowerInvariant(), step => step);
        var office = new LibraryOffice(model, kind, [.. steps.Select(name => relay.TryGetValue(name, out var step)
            ? step
            : throw new UsageException(
                $"A relay has no step '{name}'; it has: {string.Join(", ", relay.Keys)}."
                + (NearestName.Of(name, relay.Keys) is { } near ? $" Did you mean '{near}'?" : "")))]);
        foreach (var missing in office.fitted.Where(step => office.Kind.Steps.All(rule => rule.Step != step)))
        {
            throw new UsageException($"The kind '{kind}' has no step '{Name(missing)}'.");
        }

        office.RequireCoverage(last);
        return office;
    }

    private static bool IsNoYaml(string file) =>
        !file.EndsWith(".yaml", StringComparison.Ordinal) && !file.EndsWith(".yml", StringComparison.Ordinal);

    /// <summary>The name of a step in scenarios.</summary>
    internal static string Name(Step step) => step.ToString().ToLowerInvariant();

    /// <summary>The steps of a relay of an urgency.</summary>
    internal StepChain Chain(Urgency urgency)
    {
        var rules = s_relay.Select(step => Kind.Steps.FirstOrDefault(rule => rule.Step == step)).OfType<StepRule>().ToList();
        try
        {
            return new StepChain(
                [.. rules.Select(rule => new ChainStep(rule.Step, Takes(rule, urgency), fitted.Contains(rule.Step)))],
                rules.Sum(rule => rule.PerAddressee));
        }
        catch (ArgumentException mistake)
        {
            throw new UsageException($"The kind '{Kind.Id}' cannot be fitted: {mistake.Message}");
        }
    }

    /// <summary>What a step takes for an urgency.</summary>
    internal static Kernel.Chance.Distribution Takes(StepRule rule, Urgency urgency) =>
        rule.Takes[Math.Min((int)urgency, rule.Takes.Count - 1)];

    /// <summary>The hours in which a relay of an urgency is worked on.</summary>
    internal RelayHours Hours(Urgency urgency)
    {
        var posts = Kind.Steps.Where(rule => s_relay.Contains(rule.Step))
            .Select(rule => rule.By switch
            {
                Post.Clerk => Kind.Clerk,
                Post.Staff => Kind.Staff,
                Post.Leadership => Kind.Leadership,
                _ => throw new UsageException(
                    $"The step '{Name(rule.Step)}' of '{Kind.Id}' is nobody's work, so that a relay has no one working time."),
            })
            .Select(post => (post.Calendar, Piercing: urgency >= post.PiercesFrom ? post.PiercingCalendar : null))
            .Distinct()
            .ToList();
        if (posts.Count > 1)
        {
            throw new UsageException(
                $"The posts of '{Kind.Id}' keep different hours, so that a relay has no one working time to fit. Choose "
                + "another kind with --kind.");
        }

        var (regular, piercing) = posts[0];
        var hours = Calendar(regular);
        var duty = Calendar(piercing ?? Kind.Leadership.PiercingCalendar);
        return new RelayHours(model.Axis, piercing is null ? hours : hours.Extended(duty), duty);
    }

    private WorkingCalendar Calendar(string? name) => name is null
        ? WorkingCalendar.AlwaysOpen
        : WorkingCalendar.Compile(model.Calendars[name], model.Axis);

    private void RequireCoverage(CivilDate last)
    {
        foreach (var name in new[] { Kind.Leadership.Calendar, Kind.Leadership.PiercingCalendar }.OfType<string>())
        {
            var rule = model.Calendars[name];
            if (!rule.Covers(last))
            {
                throw new UsageException(
                    $"The calendar '{name}' covers {rule.FirstDay} to {rule.LastDay}, and the table goes to {last}. Name a "
                    + "library that covers it, or lay a file with calendars over this one: --library FILE.");
            }
        }
    }
}
