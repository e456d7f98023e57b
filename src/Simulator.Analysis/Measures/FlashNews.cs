using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>
/// How fast news of events goes up: who got a flash report of which event, and who is between a body that an
/// event befell and the issuer of a directive, so that he should get one.
/// </summary>
public sealed class FlashNews
{
    private FlashNews(
        IReadOnlyDictionary<(int Event, int Body), int> told, IReadOnlyList<(int Event, int Body)> owed) =>
        (Told, Owed) = (told, owed);

    /// <summary>By event and body: minutes from the event to the first flash report of it at that body.</summary>
    public IReadOnlyDictionary<(int Event, int Body), int> Told { get; }

    /// <summary>
    /// The events and bodies through which news would have to go, if every event were reported: up from each
    /// body that an event befell, to whoever sent it the directive, to the issuer.
    /// </summary>
    public IReadOnlyList<(int Event, int Body)> Owed { get; }

    /// <summary>The news of one directive.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="until">The last tick that counts; <c>null</c>: all of it.</param>
    public static FlashNews Read(RunTrace trace, int root, int? until = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var (model, directive) = (trace.Model, trace.Model.Directives[root]);
        var told = new Dictionary<(int Event, int Body), int>();
        var from = new Dictionary<int, int>();
        foreach (ref readonly var entry in trace.Entries)
        {
            if (entry.Tick > until)
            {
                break;
            }

            if (entry.Kind != EntryKind.Arrived || entry.Root != directive.ShortHash)
            {
                continue;
            }

            var body = model.IndexOf(entry.Body);
            if (entry.BringsDirective)
            {
                from.TryAdd(body, model.IndexOf(entry.CauseBody));
            }
            else if (entry.What == (byte)PaperClass.FlashReport && directive.Flash is { } flash)
            {
                var happened = flash.EventOf(entry.Item);
                told.TryAdd((happened, body), entry.Tick - model.Events[happened].At);
            }
        }

        from.Remove(directive.Issuer);
        var owed = new HashSet<(int Event, int Body)>();
        for (var happened = 0; happened < model.Events.Count; happened++)
        {
            if (directive.Flash?.NumberOf(happened) == 0 || model.Events[happened].At > (until ?? int.MaxValue))
            {
                continue;
            }

            foreach (var struck in model.Events[happened].Bodies)
            {
                for (var body = struck; from.TryGetValue(body, out var above) && owed.Add((happened, above));)
                {
                    body = above;
                }
            }
        }

        return new FlashNews(told, [.. owed.Order()]);
    }

    /// <summary>By level, highest first: how many got news, and the median hours after the event.</summary>
    public IReadOnlyList<LevelDelay> ByLevel(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return
        [
            .. Told.GroupBy(each => trace.Model.FactsOf(each.Key.Body).Level)
                .OrderBy(level => level.Key)
                .Select(level => new LevelDelay(
                    trace.Model.Source.Levels[level.Key], level.Count(), Median([.. level.Select(each => each.Value)]))),
        ];
    }

    private static double Median(List<int> minutes)
    {
        minutes.Sort();
        var middle = minutes.Count / 2;
        return (minutes.Count % 2 == 1 ? minutes[middle] : (minutes[middle - 1] + (double)minutes[middle]) / 2) / 60;
    }
}
