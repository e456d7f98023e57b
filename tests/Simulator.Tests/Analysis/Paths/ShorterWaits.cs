using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Analysis.Paths;

/// <summary>
/// The waits of a run that can be shortened by less than their slack. The way of the papers that a body sends takes a part
/// of the time less; what papers wait for in its office is taken away as a whole, where all of it together is less than the
/// slack.
/// </summary>
internal sealed class ShorterWaits
{
    private readonly Played played;
    private readonly Dictionary<(int Body, Hindrance What, int Post), (int Minutes, List<int> Places)> waits = [];

    internal ShorterWaits(Played played, RunTrace trace)
    {
        this.played = played;
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            var entry = trace.Entries[place];
            if (trace.BodyOf(entry) is not (>= 0 and var body) || !trace.TryCause(entry, out var cause))
            {
                continue;
            }

            var leg = PaperChain.Between(trace, cause, entry);
            if (entry.Kind == EntryKind.Arrived && trace.Model.IndexOf(entry.CauseBody) is >= 0 and var sender)
            {
                Add((sender, Hindrance.Travel, 0), Math.Max(leg.Travel, Minutes((sender, Hindrance.Travel, 0))), place);
            }
            else if (entry.Kind == EntryKind.StepEnded && PaperFacts.PlaceOf(trace.Model, body, entry.Step) is >= 0 and var post)
            {
                AddMore((body, Hindrance.People, post), leg.WaitInHours, place);
                AddMore((body, Hindrance.ClosedHours, post), leg.WaitOffHours + leg.WorkPaused, place);
                AddMore((body, Hindrance.HoursOfSteps, post), leg.WaitForHour, place);
            }
        }
    }

    /// <summary>
    /// Every wait with slack on some of the paths, in the order of a draw, and the paths whose end must stay.
    /// </summary>
    internal IEnumerable<ShorterWait> Drawn(Dice dice, IReadOnlyList<(int Root, PathEnd End, CriticalPath Path)> paths)
    {
        var order = dice.Shuffled(waits.OrderBy(each => each.Key.Body).ThenBy(each => each.Key.What).ThenBy(each => each.Key.Post));
        foreach (var ((body, what, post), (minutes, places)) in order)
        {
            var id = played.Model.Bodies[body].Id;
            var slack = paths.Select(path => (path, Slack: path.Path.Through.Contains(body) ? null : SlackOf(path.Path, path.Root, places)))
                .Where(each => each.Slack is not null).ToList();
            if (what == Hindrance.Travel)
            {
                var most = slack.Count == 0 ? 0 : Math.Min(minutes, slack.Min(each => each.Slack!.Value)) - 2;
                if (most >= 1 && played.Model.Source.Interventions.Count == 0) // which can be about the channel
                {
                    var less = dice.Between(1, most);
                    yield return new ShorterWait(
                        $"{less} minutes less on the way from {id}", WithLessTravel(body, (minutes - less) / (double)minutes),
                        [.. slack.Select(each => each.path)], IsPart: true);
                }

                continue;
            }

            var among = slack.Where(each => minutes < each.Slack).Select(each => each.path).ToList();
            if (among.Count > 0)
            {
                var relief = new Relief
                {
                    From = what,
                    Bodies = new HashSet<string>(StringComparer.Ordinal) { id },
                    Post = (Post)post,
                };
                yield return new ShorterWait(
                    $"{minutes} minutes less of {what} for the {relief.Post} of {id}", played.Model.Source with { Reliefs = [relief] }, among,
                    IsPart: false);
            }
        }
    }

    private int Minutes((int, Hindrance, int) wait) => waits.GetValueOrDefault(wait).Minutes;

    private void AddMore((int, Hindrance, int) wait, int minutes, int place)
    {
        if (minutes > 0)
        {
            Add(wait, Minutes(wait) + minutes, place);
        }
    }

    private void Add((int, Hindrance, int) wait, int minutes, int place)
    {
        var places = waits.GetValueOrDefault(wait).Places ?? [];
        places.Add(place);
        waits[wait] = (minutes, places);
    }

    /// <summary>The least slack of what ended the waits of a directive; <c>null</c>: the end waited for nothing of it.</summary>
    private int? SlackOf(CriticalPath path, int root, List<int> places)
    {
        var hash = played.Model.Directives[root].ShortHash;
        return places.Where(place => played.Entries[place].Root == hash).Min(path.SlackAt);
    }

    /// <summary>The body sends by a channel of its own, which takes so much of the time.</summary>
    private Model WithLessTravel(int body, double share)
    {
        const string own = "shorter";
        var (model, sender) = (played.Model.Source, played.Model.Source.Bodies.Single(each => each.Id == played.Model.Bodies[body].Id));
        var by = sender.Channel ?? model.Kinds.Single(kind => kind.Id == sender.Kind).Channel;
        var channel = model.Channels.Single(each => each.Id == by);
        return model with
        {
            Bodies = [.. model.Bodies.Select(each => each.Id == sender.Id ? each with { Channel = own } : each)],
            Channels =
            [
                .. model.Channels,
                channel with
                {
                    Id = own,
                    Delay = channel.Delay.Scaled(share),
                    ReportDelay = channel.ReportDelay?.Scaled(share),
                    ReminderDelay = channel.ReminderDelay?.Scaled(share),
                },
            ],
        };
    }
}

/// <summary>A wait that is shorter.</summary>
/// <param name="Said">Which, and by how much.</param>
/// <param name="Model">The model in which it is.</param>
/// <param name="Paths">The paths that have more slack there.</param>
/// <param name="IsPart">Whether a part of it is left.</param>
internal sealed record ShorterWait(
    string Said, Model Model, IReadOnlyList<(int Root, PathEnd End, CriticalPath Path)> Paths, bool IsPart);
