using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// How many of the minutes in which they were to be at work the people of posts were at work on papers of directives. People
/// and hours are those of the model of the moment (<see cref="RunTrace.ModelAt"/>). What had not ended by the end of the run is
/// not in it, for nobody knows since when it was in hand.
/// </summary>
public sealed class UtilisationReader
{
    private readonly RunTrace trace;
    private readonly DeskBook book;
    private readonly DeskPosts posts;
    private readonly int from;
    private readonly int to;
    private readonly List<(int From, int To, CompiledModel Model)> regimes = [];
    private readonly Dictionary<(int Since, int Office, Post Post), long> scheduled = [];

    /// <summary>The utilisation over a stretch of a run.</summary>
    /// <param name="book">What lay at which desk.</param>
    /// <param name="from">The first tick that counts.</param>
    /// <param name="to">The tick after the last.</param>
    public UtilisationReader(DeskBook book, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        (trace, this.book, this.from, this.to) = (book.Trace, book, from, to);
        posts = new DeskPosts(trace.Model);
        var (since, model) = (from, trace.ModelAt(from));
        foreach (var (next, changed) in trace.Regimes.Where(regime => regime.From > from && regime.From < to))
        {
            regimes.Add((since, next, model));
            (since, model) = (next, changed);
        }

        regimes.Add((since, to, model));
    }

    /// <summary>The minutes of a post of a body.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="post">The post.</param>
    public PostMinutes Of(int body, Post post)
    {
        var minutes = new PostMinutes(0, 0, 0, 0);
        foreach (var (since, until, model) in regimes)
        {
            minutes += new PostMinutes(0, Scheduled(model, since, until, body, post), 0, 0);
        }

        if (regimes is [var only] && PostAt(only.Model, body, post) is { Desk: null, Piercing: null } plain && !IsGone(only.Model, body))
        {
            return minutes with { AtWork = OfPlain(body, post, plain), OtherPapers = OtherPapers(body, post) };
        }

        foreach (var (server, person) in People(body, post))
        {
            minutes += Of(body, post, server, person);
        }

        return minutes with { OtherPapers = OtherPapers(body, post) };
    }

    /// <summary>Where all are there and have one paper at a time in hand, no two stretches of a person overlap.</summary>
    private long OfPlain(int body, Post post, CompiledPost plain)
    {
        var minutes = 0L;
        foreach (ref readonly var stay in book.Of(body))
        {
            var (begins, ends) = (Math.Max(stay.Started, from), Math.Min(stay.Ended, to));
            if (stay.Post == post && stay.Started >= 0 && stay.Server != DeskStay.Nobody && begins < ends)
            {
                minutes += plain.Hours.WorkingBetween(begins, ends);
            }
        }

        return minutes;
    }

    private PostMinutes Of(int body, Post post, int server, Person person)
    {
        var work = Stretches.Apart(person.Work);
        var away = Stretches.Apart(person.Away);
        var (atWork, change, beyond) = (0L, 0L, 0L);
        foreach (var (since, until, model) in regimes)
        {
            var office = PostAt(model, body, post);
            var worked = Stretches.Within(work, office.Hours, since, until);
            atWork += worked;
            change += server >= office.Heads || IsGone(model, body)
                ? worked // a deputy, or one whose post is gone and who ends what he has in hand: to be at work when he is
                : Stretches.Within(Stretches.Both(work, away), office.Hours, since, until)
                    - Stretches.Within(away, office.Hours, since, until);
            if (office.Piercing is { } piercing && person.Piercing.Count > 0)
            {
                var pierced = Stretches.Apart(person.Piercing);
                beyond += Stretches.Within(pierced, piercing, since, until) - Stretches.Within(pierced, office.Hours, since, until);
            }
        }

        return new PostMinutes(atWork, change, beyond, 0);
    }

    private long Scheduled(CompiledModel model, int since, int until, int body, Post post)
    {
        if (IsGone(model, body))
        {
            return 0;
        }

        var office = model.FactsOf(body).Office;
        if (!scheduled.TryGetValue((since, office, post), out var minutes))
        {
            var rules = PostAt(model, body, post);
            scheduled[(since, office, post)] = minutes = (long)rules.Heads * rules.Hours.WorkingBetween(since, until);
        }

        return minutes;
    }

    /// <summary>Who of a post had what in hand, and was away when.</summary>
    private SortedDictionary<int, Person> People(int body, Post post)
    {
        var people = new SortedDictionary<int, Person>();
        foreach (ref readonly var stay in book.Of(body))
        {
            if (stay.Post == post && stay.Started >= 0 && stay.Server != DeskStay.Nobody && stay.Ended > from && stay.Started < to)
            {
                var person = Of(people, stay.Server);
                person.Work.Add((stay.Started, stay.Ended));
                if (UrgencyOf(stay) >= PostAt(trace.Model, body, post).PiercesFrom)
                {
                    person.Piercing.Add((stay.Started, stay.Ended));
                }
            }
        }

        if (PostAt(trace.Model, body, post).Desk?.Roster is { } roster)
        {
            NoteAway(body, post, roster, people);
        }

        return people;
    }

    /// <summary>Who is not back at the end of the run has no entry: of him only what is arranged is known.</summary>
    private void NoteAway(int body, Post post, CompiledRoster roster, SortedDictionary<int, Person> people)
    {
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Kind == EntryKind.Absent && entry.Item == (byte)post)
            {
                Of(people, entry.Server).Away.Add((entry.Started, entry.Tick));
            }
        }

        foreach (var spell in roster.Spells.Where(spell => spell.To.Value > book.Until && spell.From.Value < to))
        {
            Of(people, spell.Who).Away.Add((Math.Max(0, spell.From.Value), spell.To.Value));
        }
    }

    /// <summary>
    /// Minutes of waits that do not overlap: of two papers that the same other paper keeps waiting, one tells of it.
    /// </summary>
    private long OtherPapers(int body, Post post)
    {
        if (trace.Model.Kinds[trace.Model.FactsOf(body).Kind].Load is null)
        {
            return 0;
        }

        var (minutes, told) = (0L, from);
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Kind == EntryKind.DelayedByLoad && entry.Started >= told && entry.Tick <= to
                && posts.Of(body, (Step)entry.What) == post)
            {
                minutes += entry.B;
                told = entry.Tick;
            }
        }

        return minutes;
    }

    private Urgency UrgencyOf(in DeskStay stay) => trace.Model.Directives[stay.Root].Source.Urgency;

    private static bool IsGone(CompiledModel model, int body) => model.Bodies[body].Dissolved is not null;

    private static CompiledPost PostAt(CompiledModel model, int body, Post post) =>
        model.Offices[model.FactsOf(body).Office].All[(int)post];

    private static Person Of(SortedDictionary<int, Person> people, int server)
    {
        if (!people.TryGetValue(server, out var person))
        {
            people[server] = person = new Person([], [], []);
        }

        return person;
    }

    private sealed record Person(
        List<(int From, int To)> Work, List<(int From, int To)> Piercing, List<(int From, int To)> Away);
}
