using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Measures.Desks;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Interventions;

/// <summary>
/// Reads from the journal up to a tick, as measures do, whether a condition on times or desks held at its end; backlogs from
/// all of it.
/// </summary>
internal sealed class ConditionInJournal
{
    private readonly Played _played;
    private readonly Condition _condition;
    private readonly int _at;
    private readonly RunTrace _trace;
    private readonly IReadOnlyDictionary<int, BodyProgress>[] _progress;
    private readonly CompiledModel _model;
    private readonly HashSet<int> _asked;

    private ConditionInJournal(Played played, Condition condition, int at)
    {
        (_played, _condition, _at) = (played, condition, at);
        _trace = new RunTrace(played.Model, [.. played.Entries.TakeWhile(entry => entry.Tick <= at)]);
        _progress = [.. ProgressReader.Read(_trace, at)];
        _model = _trace.Model;
        _asked =
        [
            .. Enumerable.Range(0, _model.Directives.Count).Where(root => _model.Directives[root] is { IsIssued: true } directive
                && directive.Issued <= at && (condition.Directive ?? directive.Source.Id) == directive.Source.Id),
        ];
    }

    /// <summary>Whether it held.</summary>
    internal static bool Holds(Played played, Condition condition, int at)
    {
        var reading = new ConditionInJournal(played, condition, at);
        return reading._asked.Count > 0 && condition.Measure switch
        {
            GoalMeasure.HandOvers => reading.HandOvers(),
            GoalMeasure.Utilisation => reading.Utilisation(),
            GoalMeasure.Backlog => reading.Backlog(),
            _ => reading.Time(),
        };
    }

    private IEnumerable<int> Bodies => Enumerable.Range(0, _model.Bodies.Count).Where(body => _model.Fits(body, _condition.Among));

    private HashSet<int>? Roots => _condition.Directive is null ? null : _asked;

    private bool HandOvers()
    {
        var bodies = Bodies.ToHashSet();
        var came = HandOverReader.Read(_trace, Roots, _at).Count(each => each.Arrived >= 0 && bodies.Contains(each.To));
        return bodies.Count > 0 && Compares(came, _condition.Desk!.Papers!.Value);
    }

    private bool Utilisation()
    {
        var book = DeskBook.Of(_trace, _progress, _at, Roots);
        var reader = new UtilisationReader(book, Math.Min(book.From, _at), _at);
        Post[] posts = _condition.Desk!.Post is { } post ? [post] : Enum.GetValues<Post>();
        var all = Bodies.SelectMany(body => posts.Select(each => reader.Of(body, each)))
            .Aggregate(default(PostMinutes), (sum, each) => sum + each);
        return all.Scheduled > 0 && Compares(all.AtWork * 10_000, all.Scheduled * _condition.BasisPoints);
    }

    /// <summary>What lay there is told when it is done, which is later.</summary>
    private bool Backlog()
    {
        var whole = new RunTrace(_played.Model, [.. _played.Entries]);
        var book = DeskBook.Of(whole, ProgressReader.Read(whole), _played.Until, Roots);
        var backlogs = Bodies.Select(body => book.CurveOf(body, _condition.Desk!.Post).At(_at).All).ToArray();
        return backlogs.Length > 0 && Compares(backlogs.Max(), _condition.Desk!.Papers!.Value);
    }

    /// <summary>Those who are not there count by what has gone by already, or for ever, as the comparison is.</summary>
    private bool Time()
    {
        var (to, limit) = (TimeGoals.TimeOf(_condition.Measure)!.Value, _condition.Time!);
        var clock = limit.InHours ? new OfficeClock(_trace) : null;
        var wantsCertainty = _condition.Comparison is Comparison.Above or Comparison.AtLeast;
        var (minutes, bodies) = (new List<int>(), 0);
        foreach (var root in _asked)
        {
            var directive = _model.Directives[root];
            foreach (var body in directive.Reach.Where(body => _model.Fits(body, _condition.Among)))
            {
                var reached = _progress[root].GetValueOrDefault(body);
                if (!Delay.IsAsked(_trace, root, body, reached, to))
                {
                    continue;
                }

                bodies++;
                var delay = Delay.Of(body, directive.Issued, reached, to);
                var from = limit.IsOwn ? delay.Enabled : delay.Issued;
                if (delay.Happened || wantsCertainty)
                {
                    minutes.Add(delay.Happened ? delay.Minutes(limit.IsOwn, clock, directive.Source.Urgency)
                        : from < 0 ? 0
                        : clock is null ? _at + 1 - from
                        : clock.Minutes(body, directive.Source.Urgency, from, _at + 1));
                }
            }
        }

        return new DelaySample(minutes, bodies).Exact(_condition.BasisPoints) is { } quantile
            && Compares(quantile, limit.Span.Minutes * 10_000L);
    }

    private bool Compares(long left, long right) => _condition.Comparison switch
    {
        Comparison.Above => left > right,
        Comparison.AtLeast => left >= right,
        Comparison.Below => left < right,
        _ => left <= right,
    };
}
