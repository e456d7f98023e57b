using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Desks;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Measures.Desks;

/// <summary>What a run answers to goals on desks is what its desks show.</summary>
public sealed class DeskGoalTests
{
    private const string Old = "complied(level commune) >= 80% within 9d";

    [Fact]
    public void A_backlog_is_the_most_at_any_one_office()
    {
        var (trace, answers) = Answers("backlog(level commune) <= 3", "backlog(level commune staff) <= 0",
            "backlog(level commune) >= 0 at 2021-03-03T12:00");
        var book = DeskBook.Of(trace, ProgressReader.Read(trace), trace.Model.Until);
        var communes = Bodies(trace.Model, "commune");
        var most = communes.Max(body => book.CurveOf(body).Most(0, trace.Model.Until + 1).All);
        Assert.True(most > 0);
        Assert.Equal((most, communes.Count, most <= 3), (answers[0].Papers, answers[0].Among, answers[0].IsMet));
        Assert.Equal(communes.Max(body => book.CurveOf(body, Post.Staff).Most(0, trace.Model.Until + 1).All), answers[1].Papers);
        Assert.Equal(communes.Count(body => book.CurveOf(body, Post.Staff).Points.Count == 0), answers[1].InState);
        var at = answers[2].Goal.At!.Value.Value;
        Assert.Equal(communes.Max(body => book.CurveOf(body).At(at).All), answers[2].Papers);
    }

    [Fact]
    public void Utilisation_is_of_all_people_together()
    {
        var (trace, answers) = Answers("utilisation(level commune staff) <= 99%", "utilisation(all) >= 99%");
        var book = DeskBook.Of(trace, ProgressReader.Read(trace), trace.Model.Until);
        var reader = new UtilisationReader(book, book.From, trace.Model.Until);
        var all = Bodies(trace.Model, "commune").Aggregate(default(PostMinutes), (sum, body) => sum + reader.Of(body, Post.Staff));
        Assert.True(all.AtWork > 0);
        Assert.Equal(all.Utilisation, answers[0].Share);
        Assert.True(answers[0].IsMet && !answers[1].IsMet);
    }

    [Fact]
    public void Hand_overs_are_the_papers_that_came()
    {
        var (trace, answers) = Answers("hand-overs(level commune) <= 10000", "of markets hand-overs(all) >= 1");
        var communes = Bodies(trace.Model, "commune").ToHashSet();
        Assert.Equal(HandOverReader.Read(trace).Count(each => each.Arrived >= 0 && communes.Contains(each.To)), answers[0].Papers);
        Assert.True(answers[0].Papers > 0 && answers[1].IsMet);
    }

    [Fact]
    public void In_an_experiment_a_goal_is_a_number_and_whether_it_is_met_and_a_measure_the_number_alone()
    {
        var (trace, _) = Answers("backlog(level commune) <= 3", "backlog(level commune) >= 0", "utilisation(all) <= 80%");
        Assert.Equal(
            [
                "backlog(level commune) <= 3: papers", "backlog(level commune) <= 3: met", "backlog(level commune)",
                "utilisation(all) <= 80%: share", "utilisation(all) <= 80%: met",
            ],
            OutcomeTable.Of(trace.Model).Select(outcome => outcome.Name).Where(name => name.StartsWith("backlog", StringComparison.Ordinal)
                    || name.StartsWith("utilisation", StringComparison.Ordinal)));
    }

    private static List<int> Bodies(CompiledModel model, string level) =>
        [.. Enumerable.Range(0, model.Bodies.Count).Where(body => model.Source.Kinds[model.FactsOf(body).Kind].Level == level)];

    private static (RunTrace Trace, IReadOnlyList<GoalAnswer> Answers) Answers(params string[] goals)
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarios.Folder, "mechanisms", "laid-aside.yaml"))
            .Replace(Old, string.Join("\n  - ", goals), StringComparison.Ordinal);
        var loaded = ScenarioLoader.LoadText(text, "laid-aside.yaml");
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        var played = Played.Of(loaded.Model, new RunOptions { Seed = loaded.Seed });
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return (trace, [.. GoalAnswer.Of(trace, ProgressReader.Read(trace)).Where(each => each.Goal.Desk is not null)]);
    }
}
