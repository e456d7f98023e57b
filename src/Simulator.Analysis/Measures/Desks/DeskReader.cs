using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// Reads from a journal which papers of directives lay at which post of which body, from when until when. An entry at the
/// end of a step says since when it was in hand, and its cause since when it could be; of what has not ended by the end of the
/// run <see cref="OpenDesks"/> finds that it has come.
/// </summary>
internal sealed class DeskReader
{
    private readonly RunTrace trace;
    private readonly DeskPosts posts;
    private readonly Dictionary<uint, int> roots = [];
    private readonly List<DeskStay> stays;

    private DeskReader(RunTrace trace)
    {
        this.trace = trace;
        posts = new DeskPosts(trace.Model);
        stays = new List<DeskStay>(trace.Entries.Length / 2);
        for (var root = 0; root < trace.Model.Directives.Count; root++)
        {
            roots[trace.Model.Directives[root].ShortHash] = root;
        }
    }

    /// <summary>All pieces of work, in the order in which they ended, those that have not last.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="progress">By directive, how far it had got at the end of the run.</param>
    /// <param name="until">The last tick of the run.</param>
    internal static List<DeskStay> Read(
        RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int until)
    {
        var reader = new DeskReader(trace);
        var entries = trace.Entries;
        for (var place = 0; place < entries.Length; place++)
        {
            reader.Take(entries[place], trace.BodyAt(place));
        }

        reader.stays.AddRange(new OpenDesks(trace, reader.posts, reader.roots, progress, until).Find());
        return reader.stays;
    }

    private void Take(in Entry entry, int body)
    {
        if (entry.Kind is EntryKind.StepEnded or EntryKind.WorkStopped && roots.TryGetValue(entry.Root, out var root)
            && posts.Of(body, entry.Step) is { } post && trace.TryCause(entry, out var cause))
        {
            stays.Add(new DeskStay(
                body, root, post, entry.Step, entry.Server, cause.Tick, entry.Started, entry.Tick));
        }
    }
}
