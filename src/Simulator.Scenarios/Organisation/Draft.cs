using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// A scenario on its way from the composed tree to the model: what has been read so far, under the names
/// that the rest refers to it by.
/// </summary>
internal sealed class Draft
{
    // Nothing that a scenario reaches from there lies beyond what ticks and dates can express.
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>A draft of a composed scenario, of which the time and the lists of names are read.</summary>
    public Draft(MapNode root, ReadingLimits limits, ProblemList problems)
    {
        Root = root;
        Limits = limits;
        Problems = problems;
        Levels = Names("levels");
        Lines = Names("lines");
        Axis = ReadAxis();
        var until = SpanText.Parse(root.Text("until") ?? "", SpanUnits.Elapsed).Amount;
        Until = new TickSpan(Math.Max(1, until?.WholeMinutes(0) ?? 1));
        KnowsTime = until is not null && CivilTime.TryParse(root.Text("start") ?? "", out _) && CheckYear();
    }

    /// <summary>The composed tree.</summary>
    public MapNode Root { get; }

    /// <summary>Whether it was read before, and has now what interventions set in the middle of a run.</summary>
    public bool IsSetByIntervention { get; init; }

    /// <summary>What is asked for beside the goals.</summary>
    public IReadOnlyList<ScalarNode> Measures { get; init; } = [];

    /// <summary>How much is read.</summary>
    public ReadingLimits Limits { get; }

    /// <summary>Where problems go.</summary>
    public ProblemList Problems { get; }

    /// <summary>The levels, highest first.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>The lines of command.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Where ticks lie in civil time.</summary>
    public TimeAxis Axis { get; }

    /// <summary>How long a run lasts.</summary>
    public TickSpan Until { get; }

    /// <summary>Whether start and end are known, and not only put in place of what cannot be read.</summary>
    public bool KnowsTime { get; }

    /// <summary>The calendars that make sense, by name.</summary>
    public Dictionary<string, CalendarRule> Calendars { get; } = new(StringComparer.Ordinal);

    /// <summary>The channels, by id.</summary>
    public Dictionary<string, Channel> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>The kinds, by id.</summary>
    public Dictionary<string, BodyKind> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of a section, also of entries that make no sense.</summary>
    public IEnumerable<string> NamesOf(string section) => Root.Map(section)?.Keys ?? [];

    /// <summary>The name that a value refers to, or <c>null</c> after an unknown one was reported.</summary>
    /// <param name="name">The value.</param>
    /// <param name="what">What it names, such as <c>calendar</c>.</param>
    /// <param name="valid">The names there are.</param>
    public string? Known(ScalarNode? name, string what, IEnumerable<string> valid)
    {
        if (name is null || valid.Contains(name.Text, StringComparer.Ordinal))
        {
            return name?.Text;
        }

        Problems.Unknown(name.Place, $"There is no {what} {name.Description}.", name.Text, valid,
            "There are none.");
        return null;
    }

    /// <summary>
    /// The working minutes of a nominal day; a post that is always at work has all 24 hours.
    /// </summary>
    public int NominalDay(string? calendar) =>
        calendar is not null && Calendars.TryGetValue(calendar, out var rule)
            ? rule.NominalDay
            : CalendarRule.AlwaysOpen.NominalDay;

    /// <summary>A text in one or two languages.</summary>
    public static Text TextOf(Node? node) => node switch
    {
        ScalarNode scalar => new Text(scalar.Text, scalar.Text),
        MapNode map => new Text(map.Text("vi") ?? "", map.Text("en") ?? ""),
        _ => Text.None,
    };

    private string[] Names(string section)
    {
        var names = Root[section].Scalars().ToList();
        foreach (var twice in names.GroupBy(name => name.Text, StringComparer.Ordinal)
            .Where(same => same.Count() > 1))
        {
            Problems.Error(twice.Last().Place, $"'{twice.Key}' is there twice in '{section}'.");
        }

        return [.. names.Select(name => name.Text).Distinct(StringComparer.Ordinal)];
    }

    private bool CheckYear()
    {
        int year = Axis.Start.Year;
        bool isSane = year is >= FirstYear and <= LastYear;
        if (!isSane)
        {
            Problems.Error(
                Root.Scalar("start")!.Place,
                FormattableString.Invariant(
                    $"A scenario starts in the years {FirstYear} to {LastYear}, not in {year}."));
        }

        return isSane;
    }

    private TimeAxis ReadAxis()
    {
        var start = CivilTime.TryParse(Root.Text("start") ?? "", out var written) ? written : default;
        int offset = NumberText.Offset(Root.Text("utc-offset") ?? "").Minutes ?? TimeAxis.VietnamOffset;
        return new TimeAxis(start, offset);
    }
}
