using System.Collections.Concurrent;
using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Paths;

/// <summary>
/// What is not on the path does not decide: shipped scenarios, played again with a wait that is shorter by less than its
/// slack, end when they did. Which waits is drawn, by the name of the scenario (<see cref="ShorterWaits"/>).
/// </summary>
/// <remarks>
/// Left out are waits at bodies that the path runs through, waits for which the end did not wait at all, and a replay in
/// which others comply than did: without a wait some come to the end who did not before the run was over, or before a recall,
/// and that is the end of another thing. In two scenarios the end is known to move (<see cref="Contended"/>), and must.
/// </remarks>
public sealed class ShorterWaitTests
{
    private const int MostReplays = 12;
    private const int MostDirectives = 3;

    /// <summary>Comparisons of a scenario that has as many waits with slack.</summary>
    private const int LeastOfOne = 4;

    private const int LeastOfAll = 1000;
    private const int LeastOfEachSort = 200;
    private const int LeastScenarios = 65;

    /// <summary>
    /// Slack sees no people: where several directives come upon the same offices, a paper that comes earlier there holds them
    /// when one of the path comes, and that one is later; or less piles up, and the help that would have come does not.
    /// </summary>
    private static readonly string[] Contended = ["document-flood", "mechanisms/help-on-demand"];

    private static readonly ConcurrentDictionary<string, Lazy<Compared>> s_compared = new();

    public static TheoryData<string> Names => ShippedRun.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wait_off_the_path_that_is_shortened_by_less_than_its_slack_does_not_move_the_makespan(string name)
    {
        var compared = Of(name);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{compared.Ends} ends in {compared.Replays} replays, {compared.Others} of others, {compared.Waits} waits");
        Assert.True(compared.Moved.Count == 0 == !Contended.Contains(name), string.Join(Environment.NewLine, compared.Moved));
        Assert.True(
            compared.Ends + compared.Others >= Math.Min(LeastOfOne, compared.Waits),
            $"of {compared.Waits} waits only {compared.Ends} comparisons");
    }

    [Fact]
    public void Enough_waits_are_shortened_in_all_and_in_most_scenarios()
    {
        var all = Names.Select(row => Of(row.Data)).ToList();
        var (ends, scenarios) = (all.Sum(each => each.Ends), all.Count(each => each.Ends > 0));
        var (replays, parts) = (all.Sum(each => each.Replays), all.Sum(each => each.Parts));
        var said = $"{ends} comparisons in {replays} replays of {scenarios} of {all.Count} scenarios, {parts} of them with a part less";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(ends >= LeastOfAll && scenarios >= LeastScenarios, said);
        Assert.True(parts >= LeastOfEachSort && replays - parts >= LeastOfEachSort, said);
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

    private static Compared Of(string name) => s_compared.GetOrAdd(name, key => new Lazy<Compared>(() => Compare(key))).Value;

    private static Compared Compare(string name)
    {
        var (played, dice) = (ShippedRun.Base(name), new Dice(Hash64.Of(name)));
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var paths = PathsOf(trace, dice.Shuffled(Enumerable.Range(0, trace.Model.Directives.Count)).Take(MostDirectives));
        var compared = new Compared();
        foreach (var wait in new ShorterWaits(played, trace).Drawn(dice, paths))
        {
            compared.Waits += wait.Paths.Count;
            if (compared.Replays == MostReplays)
            {
                continue;
            }

            compared.Replays++;
            compared.Parts += wait.IsPart ? 1 : 0;
            var again = Again(wait.Model, played);
            foreach (var path in wait.Paths)
            {
                switch (Moves(again, trace, path))
                {
                    case null:
                        compared.Others++;
                        break;
                    case true:
                        compared.Moved.Add($"{name}, {path.Root} {path.End}, {wait.Said}: no longer {path.Path.End}");
                        compared.Ends++;
                        break;
                    default:
                        compared.Ends++;
                        break;
                }
            }
        }

        return compared;
    }

    private static List<(int Root, PathEnd End, CriticalPath Path)> PathsOf(RunTrace trace, IEnumerable<int> roots) =>
    [
        .. from root in roots
           where trace.Model.Directives[root].IsIssued
           from end in Enum.GetValues<PathEnd>()
           let path = CriticalPath.Find(trace, root, end)
           where path is { IsOpen: false }
           select (root, end, path!),
    ];

    private static RunTrace Again(Model model, Played played)
    {
        var again = Played.Of(model, played.Options);
        return new RunTrace(again.Model, [.. again.Entries]);
    }

    /// <summary>Whether an end is at another moment; <c>null</c>: others comply.</summary>
    private static bool? Moves(RunTrace again, RunTrace trace, (int Root, PathEnd End, CriticalPath Path) path) =>
        WhoComplied(again, path.Root).SequenceEqual(WhoComplied(trace, path.Root))
            ? CriticalPath.Find(again, path.Root, path.End)?.End != path.Path.End
            : null;

    private static IEnumerable<int> WhoComplied(RunTrace trace, int root) =>
        Compliances.Read(trace, root).All.Select(each => each.Body);

    /// <summary>What came of one scenario.</summary>
    private sealed class Compared
    {
        /// <summary>Ends that were compared.</summary>
        internal int Ends { get; set; }

        /// <summary>Ends that were not, for others complied.</summary>
        internal int Others { get; set; }

        internal int Replays { get; set; }

        /// <summary>Replays in which a wait was shortened and not taken away.</summary>
        internal int Parts { get; set; }

        /// <summary>Waits with slack and ends that there are.</summary>
        internal int Waits { get; set; }

        internal List<string> Moved { get; } = [];
    }
}
