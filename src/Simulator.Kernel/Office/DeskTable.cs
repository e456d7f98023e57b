using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// The live state of the posts whose people are away at times, or have several papers in hand: apart from
/// the other state of a body, and only in a slab that has such posts.
/// </summary>
internal sealed class DeskTable
{
    private readonly int[] places; // by body and post, where the post is, or -1
    private readonly DeskPost[] posts;
    private readonly DeskPerson[] people;
    private readonly int first;
    private SharedPaper[] papers = []; // by job
    private int lastMark;

    private DeskTable(CompiledModel model, int first, int count)
    {
        this.first = first;
        places = new int[count * OfficePosts.Count];
        var (postCount, personCount) = (0, 0);
        var starts = new List<int>();
        for (var place = 0; place < places.Length; place++)
        {
            var post = model.Posts[model.Facts[first + (place / OfficePosts.Count)].Office][place % OfficePosts.Count];
            places[place] = post.Desk is null ? -1 : postCount++;
            if (post.Desk is { } desk)
            {
                starts.Add(personCount);
                personCount += desk.PeopleOf(post.Heads);
            }
        }

        posts = [.. starts.Select(start => new DeskPost { FirstPerson = start })];
        people = new DeskPerson[personCount];
        people.AsSpan().Fill(new DeskPerson { FirstPaper = -1 });
    }

    /// <summary>Bytes it holds.</summary>
    internal long Bytes =>
        ((long)places.Length * sizeof(int)) + ((long)posts.Length * Unsafe.SizeOf<DeskPost>())
        + ((long)people.Length * Unsafe.SizeOf<DeskPerson>())
        + ((long)papers.Length * Unsafe.SizeOf<SharedPaper>());

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
    internal ref DeskPost PostOf(int body, int post) => ref posts[places[((body - first) * OfficePosts.Count) + post]];

    /// <summary>What is left to do of a paper in hand.</summary>
    internal ref SharedPaper PaperOf(int job)
    {
        if (job >= papers.Length)
        {
            Array.Resize(ref papers, Math.Max(2 * papers.Length, job + 16));
        }

        return ref papers[job];
    }

    /// <summary>
    /// A mark for a wake-up that ends a shared paper. It is below 0, where no other mark is, and none is given
    /// twice, so that a wake-up which has been overtaken is known by it.
    /// </summary>
    internal int NextMark() => --lastMark;

    /// <summary>The state of a person of such a post.</summary>
    internal ref DeskPerson PersonOf(int body, int post, int server) =>
        ref people[PostOf(body, post).FirstPerson + server];
}

/// <summary>Who of a post is away, and who has taken up or finished something.</summary>
internal struct DeskPost
{
    /// <summary>A bit for each person whose papers in hand have changed in this round.</summary>
    internal ulong Changed;

    /// <summary>A bit for each head who takes nothing up.</summary>
    internal ulong Away;

    /// <summary>A bit for each of them for whom a deputy may act.</summary>
    internal ulong Relieved;

    /// <summary>Where its people begin.</summary>
    internal int FirstPerson;
}
