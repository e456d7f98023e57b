using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the papers that are known from reality, and those that a run is pinned to.</summary>
internal sealed class ObservedReader(
    Draft draft, Addressing addressing, Moments moments, IReadOnlyDictionary<string, Body> bodies)
{
    private readonly string[] _directives =
        [.. draft.Root.Maps("directives").Select(map => map.Text("id")).OfType<string>()];

    /// <summary>The papers, in the order declared.</summary>
    public List<ObservedPaper> Papers { get; } = [];

    /// <summary>The papers that a run issues at an observed moment.</summary>
    public List<PinnedPaper> Pinned { get; } = [];

    /// <summary>Reads them all.</summary>
    public void ReadAll()
    {
        foreach (var map in draft.Root.Maps("observed"))
        {
            Read(map);
        }
    }

    private void Read(MapNode map)
    {
        bool isArrival = map["at"] is not null;
        var dates = map[isArrival ? "arrived" : "issued"];
        if (isArrival == (map["from"] is not null) || dates is null
            || map[isArrival ? "issued" : "arrived"] is not null)
        {
            draft.Problems.Error(
                map.Place,
                "An observed paper was either issued by a body or arrived at one.",
                "Write from and issued, or at and arrived.");
            return;
        }

        string? body = addressing.Body(map.Scalar(isArrival ? "at" : "from"));
        string? directive = Directive(map);
        if (body is null || directive is null || Dates(dates) is not { } range)
        {
            return;
        }

        Papers.Add(new ObservedPaper
        {
            Symbol = map.Text("symbol"),
            Directive = directive,
            Body = body,
            Implements = map.Text("implements"),
            IsArrival = isArrival,
            Earliest = range.First.Date.Midnight,
            Latest = range.Last.Date.Midnight,
        });
        if (map.IsTrue("pin"))
        {
            Pin(map, directive, body, isArrival, dates);
        }
    }

    private string? Directive(MapNode map)
    {
        if (map.Scalar("directive") is { } named)
        {
            return draft.Known(named, "directive", _directives);
        }

        if (_directives.Length == 1)
        {
            return _directives[0];
        }

        draft.Problems.Error(
            map.Place,
            "The observed paper does not say which directive it belongs to.",
            _directives.Length == 0 ? "There is no directive."
                : $"There are: {string.Join(", ", _directives.Take(12))}.");
        return null;
    }

    private (CivilTime First, CivilTime Last)? Dates(Node node)
    {
        var times = node.Scalars().Select(each =>
            CivilTime.TryParse(each.Text, out var time) ? time : (CivilTime?)null).ToList();
        if (times.Count == 0 || times.Any(time => time is null))
        {
            return null;
        }

        if (times[0] > times[^1])
        {
            draft.Problems.Error(node.Place,
                $"The last possible day, {times[^1]!.Value.Date}, "
                    + $"is before the first, {times[0]!.Value.Date}.");
            return null;
        }

        return (times[0]!.Value, times[^1]!.Value);
    }

    private void Pin(MapNode map, string directive, string body, bool isArrival, Node dates)
    {
        var place = map.Scalar("pin")!.Place;
        bool isRoot = draft.Root.Maps("directives")
            .Any(each => each.Text("id") == directive && each.Text("from") == body);
        if (isArrival || isRoot || dates is not ScalarNode date)
        {
            draft.Problems.Error(
                place,
                isRoot
                    ? $"'{body}' issues the directive itself; when it does, 'issued' of the directive says."
                    : "Only a paper of which the day of issue is known can be pinned.",
                "Leave 'pin' out.");
            return;
        }

        if (CivilTime.TryParse(date.Text, out var time) && moments.TickOf(time, date) is { } tick
            && Moment(tick, date, body) is { } at)
        {
            Check(at, directive, place);
            Pinned.Add(new PinnedPaper(directive, body, at));
        }
    }

    private Tick? Moment(Tick tick, ScalarNode date, string body)
    {
        if (date.Text.Length > 10)
        {
            return tick;
        }

        var clerk = draft.Kinds[bodies[body].Kind].Clerk;
        var first = moments.FirstWorkingMinute(tick, clerk.Calendar)
            ?? (clerk.PiercingCalendar is { } piercing ? moments.FirstWorkingMinute(tick, piercing) : null);
        if (first is null)
        {
            draft.Problems.Error(
                date.Place, $"The clerk of '{body}' does not work on {date.Text}.",
                    $"Write the hour: {date.Text}T08:00.");
        }

        return first;
    }

    private void Check(Tick at, string directive, Place place)
    {
        var issued = draft.Root.Maps("directives").First(map => map.Text("id") == directive).Scalar("issued");
        if (draft.KnowsTime && (at < Tick.Start || at.Value > draft.Until.Minutes))
        {
            draft.Problems.Error(place, "The paper is pinned to a moment outside the scenario.");
        }
        else if (issued is not null && CivilTime.TryParse(issued.Text, out var root)
            && draft.Axis.ToCivil(at) < root)
        {
            draft.Problems.Error(place,
                $"The paper is pinned to a moment before its directive is issued, {root}.");
        }
    }
}
