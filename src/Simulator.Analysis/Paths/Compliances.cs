using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Paths;

/// <summary>
/// What each body's compliance with a directive waited for: to be assigned, to relay, and to have carried out each of its
/// assignments. It has no entry of its own, so it is made of those that it is found by.
/// </summary>
internal sealed class Compliances
{
    private readonly Dictionary<int, List<int>> waitedFor = [];

    /// <summary>Bodies that complied, each with its tick.</summary>
    internal IReadOnlyList<(int Body, int Tick)> All { get; private init; } = [];

    /// <summary>Places in the journal that a body's compliance waited for, in their order.</summary>
    internal IReadOnlyList<int> Of(int body) => waitedFor.GetValueOrDefault(body, []);

    internal static Compliances Read(RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress>? known = null)
    {
        var progress = known ?? ProgressReader.Read(trace)[root];
        var found = new Compliances
        {
            All = [.. trace.Model.Directives[root].Reach
                .Where(body => progress.TryGetValue(body, out var own) && own is { ArrivedAt: >= 0, CompliedAt: >= 0 })
                .Select(body => (body, progress[body].CompliedAt))],
        };
        var until = found.All.ToDictionary(each => each.Body, each => each.Tick);
        found.Collect(trace, root, until);
        return found;
    }

    private void Collect(RunTrace trace, int root, Dictionary<int, int> until)
    {
        var hash = trace.Model.Directives[root].ShortHash;
        var files = new FilesInHand(trace);
        var once = new HashSet<(int Body, int Matter)>();
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            ref readonly var entry = ref trace.Entries[place];
            if (trace.BodyAt(place) < 0)
            {
                continue;
            }

            var (body, route) = files.Of(entry);
            if (entry.Root == hash && until.TryGetValue(body, out var tick) && entry.Tick <= tick
                && (route == 0 || entry.Step == Step.CarryOut)
                && MatterOf(entry) is { } matter && (matter < 0 || once.Add((body, matter))))
            {
                if (!waitedFor.TryGetValue(body, out var places))
                {
                    waitedFor[body] = places = [];
                }

                places.Add(place);
            }
        }
    }

    /// <summary>
    /// What an entry is about of which the first alone counts; -1: each counts; <c>null</c>: compliance did not wait for it.
    /// </summary>
    private static int? MatterOf(in Entry entry) => entry.Kind switch
    {
        EntryKind.Issued => Entry.NoItem,
        EntryKind.Arrived => entry.BringsDirective ? -1 : null,
        EntryKind.StepEnded => entry.Step switch
        {
            Step.Register or Step.Assign or Step.Draft => -1,
            Step.CarryOut => entry.B == (int)Outcome.Complied ? entry.Item : null,
            _ => null,
        },
        EntryKind.Resumed or EntryKind.InputsEnded or EntryKind.RulingTaken => -1,
        EntryKind.Answered or EntryKind.SilencePassed => entry.B == 0 ? -1 : null,
        _ => null,
    };
}
