using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Paths;

/// <summary>Of all that an entry of a path had waited for, what would have been next to decide.</summary>
internal sealed class RunnersUp
{
    private readonly RunTrace trace;
    private readonly Slack slack;
    private readonly Dictionary<int, int> next = [];

    internal RunnersUp(RunTrace trace, Slack slack, IReadOnlyList<Join> joins, IEnumerable<int> places)
    {
        var path = places.ToHashSet();
        this.trace = trace;
        this.slack = slack;
        foreach (var join in joins)
        {
            if (path.Contains(join.To) && !path.Contains(join.From)
                && (!next.TryGetValue(join.To, out var known) || slack[join.From] < slack[known]))
            {
                next[join.To] = join.From;
            }
        }
    }

    /// <summary>Next to the path at one of its entries.</summary>
    internal RunnerUp? At(int place) => next.TryGetValue(place, out var other) ? Of(other) : null;

    /// <summary>The one at a place; -1: nobody.</summary>
    internal RunnerUp? Of(int place)
    {
        if (place < 0)
        {
            return null;
        }

        var entry = trace.Entries[place];
        var about = entry;
        if (entry.Step == Step.RegisterReport && trace.TryCause(entry, out var arrival))
        {
            about = arrival;
        }

        var isReport = about.Kind == EntryKind.Arrived && RunTrace.IsReport(about);
        return new RunnerUp(isReport ? trace.ReporterOf(about) : trace.OwnerOf(entry), entry, slack[place]);
    }
}
