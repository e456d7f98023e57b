using System.Runtime.InteropServices;
using Simulator.Analysis.Measures.Delays;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>The desks of the bodies of one level, kind, line or place.</summary>
/// <param name="Name">What the group is called (<see cref="BodyGroups.NameOf"/>).</param>
/// <param name="Bodies">How many bodies it has.</param>
/// <param name="Pieces">How many pieces of work lay at their desks at any time of the stretch.</param>
/// <param name="Curve">How many, over time.</param>
/// <param name="Posts">The minutes of the clerks, of the leaderships and of the staffs.</param>
public sealed record DeskGroup(string Name, int Bodies, int Pieces, BacklogCurve Curve, IReadOnlyList<PostMinutes> Posts)
{
    /// <summary>All bodies, group by group.</summary>
    /// <param name="book">What lay where.</param>
    /// <param name="by">By what bodies are put together.</param>
    /// <param name="from">The first tick that counts.</param>
    /// <param name="to">The tick after the last.</param>
    public static IReadOnlyList<DeskGroup> By(DeskBook book, Grouping by, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(book);
        var model = book.Trace.Model;
        List<int> all = [.. Enumerable.Range(0, model.Bodies.Count)];
        var groups = new BodyGroups(model, by, all);
        var reader = new UtilisationReader(book, from, to);
        return
        [
            .. all.GroupBy(groups.Of).OrderBy(group => group.Key)
                .Select(group => Of(groups.NameOf(group.Key), [.. group], book, reader, from, to)),
        ];
    }

    private static DeskGroup Of(string name, List<int> bodies, DeskBook book, UtilisationReader reader, int from, int to)
    {
        var posts = new PostMinutes[Enum.GetValues<Post>().Length];
        var pieces = 0;
        foreach (var body in CollectionsMarshal.AsSpan(bodies))
        {
            for (var post = 0; post < posts.Length; post++)
            {
                posts[post] += reader.Of(body, (Post)post);
            }

            foreach (ref readonly var stay in book.Of(body))
            {
                pieces += stay.MinutesWithin(from, to) > 0 ? 1 : 0;
            }
        }

        return new DeskGroup(name, bodies.Count, pieces, book.CurveOf(bodies), posts);
    }
}
