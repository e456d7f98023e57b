using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Analysis.Blame;

/// <summary>
/// For how long the papers of a directive waited where, and for what. It only says where to look first: what a wait
/// caused is not its length.
/// </summary>
internal sealed class Exposure
{
    private const int PostsOfOffice = 3;
    private readonly Dictionary<(Hindrance What, int Post, int Body), long> minutes = [];
    private readonly HashSet<int> active = [];
    private readonly CompiledModel model;

    internal Exposure(RunTrace trace, int root)
    {
        model = trace.Model;
        var hash = model.Directives[root].ShortHash;
        foreach (ref readonly var entry in trace.Entries)
        {
            var body = trace.BodyOf(entry);
            if (body >= 0)
            {
                active.Add(body);
            }

            if (body >= 0 && entry.Root == hash && trace.TryCause(entry, out var cause))
            {
                Add(PaperChain.Between(trace, cause, entry));
            }
        }
    }

    /// <summary>Whether a body did anything at all; what one did that did nothing cannot matter.</summary>
    internal bool IsActive(int body) => active.Contains(body);

    /// <summary>Minutes at a post, or at all posts of a body.</summary>
    internal long Of(Hindrance what, Post? post, int body) => post is { } one
        ? minutes.GetValueOrDefault((what, (int)one, body))
        : Enumerable.Range(0, PostsOfOffice).Sum(each => minutes.GetValueOrDefault((what, each, body)));

    /// <summary>The post of a body that takes a step; <c>null</c>: nobody is held up by it.</summary>
    internal static Post? PostOf(CompiledModel model, int body, Step step)
    {
        if (step == Step.None || model.PostOf(body, step) is not { } post)
        {
            return null;
        }

        var all = model.Offices[model.FactsOf(body).Office].All;
        return (Post)Enumerable.Range(0, all.Count).First(place => ReferenceEquals(all[place], post));
    }

    private void Add(Leg handOver)
    {
        if (PostOf(model, handOver.Body, handOver.Step) is not { } post)
        {
            return;
        }

        foreach (var what in (Hindrance[])[Hindrance.People, Hindrance.Absence, Hindrance.OtherPapers])
        {
            Note(what, post, handOver.Body, handOver.WaitInHours);
        }

        Note(Hindrance.ClosedHours, post, handOver.Body, handOver.WaitOffHours + handOver.WorkPaused);
        Note(Hindrance.HoursOfSteps, post, handOver.Body, handOver.WaitForHour);
    }

    private void Note(Hindrance what, Post post, int body, int more)
    {
        if (more > 0)
        {
            var key = (what, (int)post, body);
            minutes[key] = minutes.GetValueOrDefault(key) + more;
        }
    }
}
