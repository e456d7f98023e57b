using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Paths;

/// <summary>
/// What is not on the path does not decide: shipped scenarios, played again without what papers waited for at a body that
/// the path does not run through, end when they did.
/// </summary>
public sealed class ShorterWaitTests
{
    private const int MostBodies = 3;
    private const int MostDirectives = 2;

    /// <summary>
    /// Slack sees no people: where six directives come upon the same offices, a paper that comes earlier there holds them
    /// when one of the path comes, and that one is later.
    /// </summary>
    private const string Contended = "document-flood";

    public static TheoryData<string> Names => ShippedRun.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wait_off_the_path_that_is_taken_away_does_not_move_the_makespan(string name)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var moved = new List<string>();
        foreach (var end in Enum.GetValues<PathEnd>())
        {
            for (var root = 0; root < Math.Min(trace.Model.Directives.Count, MostDirectives); root++)
            {
                if (!trace.Model.Directives[root].IsIssued || CriticalPath.Find(trace, root, end) is not { IsOpen: false } path)
                {
                    continue;
                }

                var who = WhoComplied(trace, root);
                var waits = WaitsOffThePath(trace, path, root);
                foreach (var ((body, what), _) in waits.OrderByDescending(each => each.Value).ThenBy(each => each.Key).Take(MostBodies))
                {
                    var id = trace.Model.Bodies[body].Id;
                    var without = played.Model.Source with
                    {
                        Reliefs = [new Relief { From = what, Bodies = new HashSet<string>(StringComparer.Ordinal) { id } }],
                    };
                    var again = Played.Of(without, played.Options);
                    var other = new RunTrace(again.Model, [.. again.Entries]);
                    if (WhoComplied(other, root).SequenceEqual(who) && CriticalPath.Find(other, root, end)?.End != path.End)
                    {
                        moved.Add($"{root} {end} without {what} at {id}: no longer {path.End}");
                    }
                }
            }
        }

        // Where people are shared with the path, taking a wait away does move its end: what slack does not see.
        Assert.True(moved.Count == 0 == (name != Contended), string.Join(Environment.NewLine, moved));
    }

    /// <summary>
    /// Both report to a clerk who takes an hour for each: b/2's at 101, b/1's, which is the last, at 201. Had b/2 been 90
    /// minutes later, as its slack of 100 allows, its report would have held the clerk from 191 to 251, and b/1's waited.
    /// </summary>
    [Fact]
    public void Slack_does_not_see_that_a_later_paper_holds_a_clerk_later()
    {
        var path = PathOf(later: 0, out var trace);
        Assert.Equal(262, path.Makespan);
        Assert.Contains(trace.Model.IndexOf(Hash64.Of("b/1")), path.Through);
        var slack = path.Bodies().Single(each => trace.Model.Bodies[each.Body].Id == "b/2");
        Assert.Equal((100, false), (slack.Minutes!.Value, slack.IsOnPath));
        Assert.Equal(262 + 50, PathOf(later: 90, out _).Makespan);
        Assert.Equal(262, PathOf(later: 40, out _).Makespan);
    }

    private static CriticalPath PathOf(int later, out RunTrace trace)
    {
        var model = Sketch.Model(
            [
                Sketch.Kind("top", Sketch.Takes(Step.RegisterReport, Post.Clerk, 60)),
                Sketch.Kind("one", Sketch.Takes(Step.Assign, Post.Leadership, 200)),
                Sketch.Kind("two", Sketch.Takes(Step.Assign, Post.Leadership, 100 + later)),
            ],
            [Sketch.Body("b/0", "top"), Sketch.Body("b/1", "one", "b/0"), Sketch.Body("b/2", "two", "b/0")],
            Sketch.Directive("d", "b/0"));
        var played = Played.Of(model);
        trace = new RunTrace(played.Model, [.. played.Entries]);
        return CriticalPath.Find(trace, 0, PathEnd.Reported)!;
    }

    /// <summary>
    /// Without a wait others can come to the end, who did not before the run was over, or before a recall: that is the end
    /// of another thing.
    /// </summary>
    private static IEnumerable<int> WhoComplied(RunTrace trace, int root) =>
        Compliances.Read(trace, root).All.Select(each => each.Body);

    private static Dictionary<(int Body, Hindrance What), int> WaitsOffThePath(RunTrace trace, CriticalPath path, int root)
    {
        var hash = trace.Model.Directives[root].ShortHash;
        var waits = new Dictionary<(int, Hindrance), int>();
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            var entry = trace.Entries[place];
            if (entry.Root == hash && trace.BodyOf(entry) is >= 0 and var body && !path.Through.Contains(body)
                && trace.TryCause(entry, out var cause))
            {
                var leg = PaperChain.Between(trace, cause, entry);
                foreach (var (what, minutes) in new[]
                {
                    (Hindrance.People, leg.WaitInHours), (Hindrance.ClosedHours, leg.WaitOffHours + leg.WorkPaused),
                    (Hindrance.HoursOfSteps, leg.WaitForHour),
                })
                {
                    if (minutes > 0)
                    {
                        waits[(body, what)] = waits.GetValueOrDefault((body, what)) + minutes;
                    }
                }
            }
        }

        return waits;
    }
}
