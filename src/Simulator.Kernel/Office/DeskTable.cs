using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// The live state of the posts whose people are away at times: apart from the other state of a body, and
/// only in a slab that has such posts.
/// </summary>
internal sealed class DeskTable
{
    private const int PostsOfOffice = 3;

    private readonly int[] places; // by body and post, where the post is, or -1
    private readonly DeskPost[] posts;
    private readonly DeskPerson[] people;
    private readonly int first;

    private DeskTable(CompiledModel model, int first, int count)
    {
        this.first = first;
        places = new int[count * PostsOfOffice];
        var (postCount, personCount) = (0, 0);
        var starts = new List<int>();
        for (var place = 0; place < places.Length; place++)
        {
            var post = model.Posts[model.Facts[first + (place / PostsOfOffice)].Office][place % PostsOfOffice];
            places[place] = post.Desk is null ? -1 : postCount++;
            if (post.Desk is { } desk)
            {
                starts.Add(personCount);
                personCount += desk.PeopleOf(post.Heads);
            }
        }

        posts = [.. starts.Select(start => new DeskPost { FirstPerson = start })];
        people = new DeskPerson[personCount];
    }

    /// <summary>Bytes it holds.</summary>
    internal long Bytes =>
        ((long)places.Length * sizeof(int)) + ((long)posts.Length * Unsafe.SizeOf<DeskPost>())
        + ((long)people.Length * Unsafe.SizeOf<DeskPerson>());

    /// <summary>The table of some bodies; <c>null</c> if none of them has such a post.</summary>
    internal static DeskTable? Of(CompiledModel model, int first, int count)
    {
        for (var body = first; model.HasDesks && body < first + count; body++)
        {
            if (Array.Exists(model.Posts[model.Facts[body].Office], post => post.Desk is not null))
            {
                return new DeskTable(model, first, count);
            }
        }

        return null;
    }

    /// <summary>The state of a post, which has a desk.</summary>
    internal ref DeskPost PostOf(int body, int post) => ref posts[places[((body - first) * PostsOfOffice) + post]];

    /// <summary>The state of a person of such a post.</summary>
    internal ref DeskPerson PersonOf(int body, int post, int server) =>
        ref people[PostOf(body, post).FirstPerson + server];
}

/// <summary>Who of a post is away.</summary>
internal struct DeskPost
{
    /// <summary>A bit for each head who takes nothing up.</summary>
    internal ulong Away;

    /// <summary>A bit for each of them for whom a deputy may act.</summary>
    internal ulong Relieved;

    /// <summary>Where its people begin.</summary>
    internal int FirstPerson;
}

/// <summary>One person of a post.</summary>
internal struct DeskPerson
{
    /// <summary>Since when he is away.</summary>
    internal int AwaySince;

    /// <summary>How many spells of absence by chance he has had, or has begun.</summary>
    internal uint Spells;

    /// <summary>How many arranged absences he is in.</summary>
    internal int Arranged;

    /// <summary>Whether he is away by chance.</summary>
    internal bool ByChance;

    internal readonly bool IsAway => ByChance || Arranged > 0;
}
