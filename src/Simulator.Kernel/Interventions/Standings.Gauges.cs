using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Interventions;

/// <content>Conditions on times and desks, each with a gauge of its own.</content>
internal sealed partial class Standings
{
    /// <summary>Whether a condition is about times or desks, so that it can come to hold where nothing happens.</summary>
    internal bool IsGauged(Condition condition) => gauges.ContainsKey(condition);

    /// <summary>Whether a condition holds at the end of a tick.</summary>
    internal bool Holds(Condition condition, CompiledModel now, int tick)
    {
        if (gauges.TryGetValue(condition, out var gauge))
        {
            return gauge.Holds(now, tick);
        }

        var (inState, among) = Of(condition, now, tick);
        return condition.IsMetBy(inState, among);
    }

    /// <inheritdoc cref="IGauge.NextChange"/>
    internal int NextChange(Condition condition, CompiledModel now, int tick) =>
        gauges.TryGetValue(condition, out var gauge) ? gauge.NextChange(now, tick) : int.MaxValue;

    /// <summary>Bodies act by another model from a tick on.</summary>
    internal void Change(CompiledModel now, int tick)
    {
        foreach (var gauge in gauges.Values)
        {
            gauge.Change(now, tick);
        }
    }

    private IGauge? GaugeOf(Condition condition)
    {
        switch (condition.Measure)
        {
            case GoalMeasure.Backlog:
                return new BacklogGauge(model, condition);
            case GoalMeasure.HandOvers:
                return new HandOverGauge(model, condition);
            case GoalMeasure.Utilisation:
                return new UtilisationGauge(model, condition);
            case var measure when Condition.IsTime(measure):
                for (var root = 0; root < model.Roots.Length; root++)
                {
                    if (condition.IsAbout(model.Roots[root].Source))
                    {
                        roots[model.Roots[root].ShortHash] = root;
                        standings[root] ??= Beginning(root);
                        moments[root] ??= new Moments[model.Facts.Length];
                    }
                }

                return new TimeGauge(model, condition, moments);
            default:
                return null;
        }
    }

    private void Gauge(in Entry entry, int body)
    {
        foreach (var gauge in gauges.Values)
        {
            gauge.Take(entry, body);
        }
    }

    private void Gauge(ReadOnlySpan<DeskMove> moves)
    {
        foreach (var gauge in gauges.Values)
        {
            (gauge as BacklogGauge)?.Take(moves);
        }
    }

    /// <summary>Notes when a body got where, where a condition asks times of the directive.</summary>
    private void NoteMoment(int root, int body, int tick, Progress told, int sent)
    {
        if (moments[root] is { } times)
        {
            var before = times[body];
            times[body].Note(told, standings[root]![body], tick, sent);
            NoteMoment(root, body, before);
        }
    }

    private void NoteClosed(int root, int body, int tick)
    {
        if (moments[root] is { } times)
        {
            var before = times[body];
            times[body].Closed = tick + 1;
            NoteMoment(root, body, before);
        }
    }

    private void NoteMoment(int root, int body, in Moments before)
    {
        foreach (var gauge in gauges.Values)
        {
            (gauge as TimeGauge)?.Note(root, body, before);
        }
    }
}
