using System.Runtime.InteropServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// Of the minutes in which the people of posts were to be at work since the first issue, those in which they were at work on
/// papers of directives. A piece of work counts when it is done, for nothing is said of it before.
/// </summary>
internal sealed class UtilisationGauge : IGauge
{
    private readonly CompiledModel model;
    private readonly Condition condition;
    private readonly Dictionary<uint, int> roots = [];
    private readonly HashSet<uint> asked;
    private readonly bool[] among;
    private readonly List<(int From, CompiledModel Model)> regimes;
    private readonly Dictionary<(int Body, int Post, byte Server), List<(int From, int To)>> worked = [];
    private readonly Dictionary<(int Office, int Post), int> posts = []; // those that are there now: how many bodies have them
    private List<((int Office, int Post) Post, int Bodies)> inOrder = [];
    private int from = -1; // the first issue
    private long atWork;
    private long scheduled; // until the hours of now came into force, and beside those of the posts
    private bool isHeld;
    private int nextChange = int.MinValue;

    internal UtilisationGauge(CompiledModel model, Condition condition)
    {
        (this.model, this.condition) = (model, condition);
        for (var root = 0; root < model.Roots.Length; root++)
        {
            roots[model.Roots[root].ShortHash] = root;
        }

        asked = [.. model.Roots.Where(root => condition.IsAbout(root.Source)).Select(root => root.ShortHash)];
        among = [.. Enumerable.Range(0, model.Facts.Length).Select(body => model.Fits(body, condition.Among))];
        regimes = [(0, model)];
        CountPosts();
    }

    private CompiledModel Now => regimes[^1].Model;

    /// <inheritdoc/>
    public void Change(CompiledModel now, int tick)
    {
        scheduled += from < 0 ? 0 : Open(tick);
        regimes.Add((tick, now));
        CountPosts();
        nextChange = int.MinValue;
    }

    /// <inheritdoc/>
    public void Take(in Entry entry, int body)
    {
        if (from < 0 && asked.Contains(entry.Root))
        {
            var issued = Now.Roots[roots[entry.Root]].Issued;
            (from, nextChange) = (issued <= entry.Tick ? issued : -1, int.MinValue);
        }

        if (among[body] && entry.Kind is EntryKind.StepEnded or EntryKind.WorkStopped && entry.Server != CompiledStep.Nobody
            && asked.Contains(entry.Root) && PostOf(body, entry.Step) is >= 0 and var post
            && (condition.Desk!.Post is not { } wanted || (int)wanted == post))
        {
            Work(body, post, entry.Server, entry.Started, entry.Tick);
        }
    }

    /// <inheritdoc/>
    public bool Holds(CompiledModel now, int tick)
    {
        var held = from >= 0 && HoldsAt(tick);
        nextChange = held != isHeld || tick >= nextChange ? int.MinValue : nextChange;
        return isHeld = held;
    }

    /// <summary>To the ten-thousandth below, of 10,000: minutes of all people together may be more than an entry can say.</summary>
    public (long InState, long Among) Counted(CompiledModel now, int tick)
    {
        var all = ScheduledUntil(tick);
        return all == 0 ? (0, 0) : (10_000 * atWork / all, 10_000);
    }

    /// <summary>While nothing is done, time alone makes it less; what is done puts that off.</summary>
    public int NextChange(CompiledModel now, int tick)
    {
        if (nextChange == int.MinValue)
        {
            nextChange = from < 0 ? int.MaxValue : Bisection.FirstAfter(tick, model.Until, at => HoldsAt(at) != isHeld);
        }

        return nextChange;
    }

    private bool HoldsAt(int tick)
    {
        var all = ScheduledUntil(tick);
        return all > 0 && condition.Holds(10_000 * atWork, condition.BasisPoints * all);
    }

    private long ScheduledUntil(int tick) => scheduled + Open(tick);

    /// <summary>Minutes of people by the hours of now, since these are in force or, if that is later, since the first issue.</summary>
    private long Open(int tick)
    {
        var (minutes, since) = (0L, Math.Max(from, regimes[^1].From));
        foreach (var ((office, post), bodies) in inOrder)
        {
            var rules = Now.Posts[office][post];
            minutes += tick <= since ? 0 : (long)bodies * rules.Heads * rules.Hours.WorkingBetween(since, tick);
        }

        return minutes;
    }

    private void CountPosts()
    {
        posts.Clear();
        for (var body = 0; body < among.Length; body++)
        {
            for (var post = 0; among[body] && !IsGone(Now, body) && post < OfficePosts.Count; post++)
            {
                if (condition.Desk!.Post is not { } wanted || (int)wanted == post)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(posts, (Now.Facts[body].Office, post), out _)++;
                }
            }
        }

        inOrder = [.. posts.OrderBy(each => each.Key).Select(each => (each.Key, each.Value))];
    }

    /// <summary>Somebody has had a paper in hand; who has several at a time counts once.</summary>
    private void Work(int body, int post, byte server, int started, int ended)
    {
        ref var stretches = ref CollectionsMarshal.GetValueRefOrAddDefault(worked, (body, post, server), out _);
        stretches ??= [];
        var (begins, end) = (started, ended);
        while (stretches.Count > 0 && stretches[^1].To >= started)
        {
            var (before, until) = stretches[^1];
            stretches.RemoveAt(stretches.Count - 1);
            Count(body, post, server, until, end);
            (begins, end) = (Math.Min(begins, before), before);
        }

        Count(body, post, server, started, end);
        stretches.Add((begins, ended));
    }

    private void Count(int body, int post, byte server, int begins, int ends)
    {
        for (var place = 0; place < regimes.Count; place++)
        {
            var (since, regime) = regimes[place];
            var until = place + 1 < regimes.Count ? regimes[place + 1].From : int.MaxValue;
            var (first, last) = (Math.Max(Math.Max(begins, since), from), Math.Min(ends, until));
            if (first < last)
            {
                var rules = regime.Posts[regime.Facts[body].Office][post];
                var minutes = rules.Hours.WorkingBetween(first, last);
                atWork += minutes;
                // A deputy, or one whose post is gone and who ends what he has in hand, is to be at work when he is.
                scheduled += server >= rules.Heads || IsGone(regime, body) ? minutes : 0;
            }
        }
    }

    private int PostOf(int body, Step step) => model.PostOf(body, step) is { } found
        ? Array.IndexOf(model.Posts[model.Facts[body].Office], found) : -1;

    private static bool IsGone(CompiledModel now, int body) => now.Bodies[body].Dissolved is not null;
}
