using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis;

public sealed class GoalAnswerTests
{
    [Fact]
    public void A_limit_is_kept_until_one_more_than_it_allows_gets_there()
    {
        var moments = Answer("registered(level commune) >= 100%");
        var half = Answer("registered(level commune) >= 50%");
        var limit = Answer("registered(level commune) <= 50%");
        Assert.Equal((24, 24), (moments.Among, moments.InState));
        Assert.True(moments.IsMet && half.IsMet && !limit.IsMet);
        Assert.InRange(limit.ReachedAt, half.ReachedAt, moments.ReachedAt);
        Assert.True(Answer("registered(level commune) <= 50% within 1h").IsMet);
        Assert.True(Answer("registered(level commune) <= 100%").IsMet);
    }

    [Fact]
    public void The_share_is_that_of_the_time_allowed()
    {
        Assert.Equal(1.0, Answer("registered(level commune) >= 1%").Share);
        Assert.Equal(0.0, Answer("registered(level commune) >= 1% within 1m").Share);
    }

    private static GoalAnswer Answer(string goal)
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarios.Folder, "mechanisms", "laid-aside.yaml"))
            .Replace("complied(level commune) >= 80% within 9d", goal, StringComparison.Ordinal);
        var loaded = ScenarioLoader.LoadText(text, "laid-aside.yaml");
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        var played = Played.Of(loaded.Model, new RunOptions { Seed = loaded.Seed });
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return GoalAnswer.Of(trace, ProgressReader.Read(trace))[0];
    }
}
