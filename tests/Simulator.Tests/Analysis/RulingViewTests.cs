using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;

namespace Simulator.Tests.Analysis;

/// <summary>Who waits for a ruling is seen, with who is to rule; the two orders meet at minute 21, the ruling holds from 49.</summary>
public sealed class RulingViewTests
{
    [Theory]
    [InlineData("far")]
    [InlineData("near")]
    public void Both_orders_are_seen_to_wait_for_who_stands_above_both(string directive)
    {
        var (trace, root) = Run(directive);
        var office = trace.Model.IndexOf(Hash64.Of("office"));
        var top = trace.Model.IndexOf(Hash64.Of("top"));
        var before = HoldUp.Of(trace, root, ProgressReader.Read(trace, 30)[root], 30);
        var held = Assert.Single(before, each => each.Body == office);
        Assert.Equal((HoldUpCause.AwaitsRuling, top, 21, 1), (held.Cause, held.Whom, held.Since, held.Count));
        var after = HoldUp.Of(trace, root, ProgressReader.Read(trace, 60)[root], 60);
        Assert.DoesNotContain(after, each => each.Cause == HoldUpCause.AwaitsRuling);
    }

    [Fact]
    public void The_journal_says_it_in_words()
    {
        var (trace, _) = Run("near");
        var text = new JournalText(trace.Model);
        string[] lines = [.. trace.Entries.ToArray().Select(entry => text.Line(entry))];
        Assert.Contains(lines, line => line.Contains("asks for a ruling on near/near and far/far", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("rules: far/far is to be obeyed, not near/near", StringComparison.Ordinal));
    }

    private static (RunTrace Trace, int Root) Run(string directive)
    {
        var played = Played.Of(RulingLaws.Model(ConflictChoice.First, isBusy: true));
        var root = played.Model.Directives.TakeWhile(each => each.Source.Id != directive).Count();
        return (new RunTrace(played.Model, [.. played.Entries]), root);
    }
}
