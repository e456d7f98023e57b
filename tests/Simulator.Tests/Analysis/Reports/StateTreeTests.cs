using Simulator.Analysis.Measures;
using Simulator.Analysis.Reports;
using Simulator.Analysis.Traces;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Reports;

public sealed class StateTreeTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_addressed_body_is_counted_once_however_few_are_shown(string name)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var progress = ProgressReader.Read(trace);
        for (var root = 0; root < trace.Model.Directives.Count; root++)
        {
            var reach = trace.Model.Directives[root].Reach.Where(body => body != trace.IssuerOf(root)).ToList();
            foreach (var most in (int[])[1, 10, StateTree.MostNodes])
            {
                var heads = StateTree.Of(trace.Model, root, trace.IssuerOf(root), progress[root], most);
                Assert.Equal(reach.Count, heads.Sum(head => head.All));
                foreach (var state in Enum.GetValues<ProgressState>())
                {
                    Assert.Equal(
                        reach.Count(body => (progress[root].GetValueOrDefault(body)?.State ?? ProgressState.NotReached) == state),
                        heads.Sum(head => head.Counts[(int)state]));
                }
            }
        }
    }

    [Theory]
    [InlineData(new[] { 3 }, new[] { 3 })]
    [InlineData(new[] { 0, 5, 9, 100 }, new[] { 0, 5, 9, 100 })]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 100 }, new[] { 0, 25, 50, 75, 100 })]
    public void A_stair_of_few_steps_is_kept_and_one_of_many_is_looked_at_evenly(int[] ticks, int[] expected) =>
        Assert.Equal(expected, ThinnedStairs.Ticks(ticks, 5));
}
