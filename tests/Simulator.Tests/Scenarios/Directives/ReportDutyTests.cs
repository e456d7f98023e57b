using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class ReportDutyTests
{
    private const string Hours = "figures: \"15:00\", due: { commune: \"16:00\", district: \"16:30\" }";

    [Fact]
    public void Periodic_reports_are_read_with_their_hours_and_days()
    {
        var rule = Order(With(
            $"periodic: {{ every: 7d, {Hours}, working-days-only: true, first: 2021-05-06, until: 2021-05-27 }}"))
            .Periodic!;
        Assert.Equal((TickSpan.FromDays(7), 900, true), (rule.Every, rule.Figures, rule.WorkingDaysOnly));
        Assert.Equal((960, 990), (rule.Due["commune"], rule.Due["district"]));
        Assert.Equal((new CivilDate(2021, 5, 6), new CivilDate(2021, 5, 27)), (rule.First!.Value, rule.Until!.Value));
    }

    [Fact]
    public void They_can_be_taken_away_and_shifted_and_survive_in_the_resolved_text()
    {
        var loaded = Sample.Sound(With($"periodic: {{ {Hours}, first: 2021-05-06 }}"));
        var again = Sample.Sound(ScenarioLoader.LoadText(loaded.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(loaded.Model!), ModelText.Of(again.Model!));
        var later = With($"periodic: {{ {Hours}, first: 2021-05-06 }}", new LoadOptions { Variant = "later" });
        Assert.Equal(new CivilDate(2021, 5, 8), Order(later).Periodic!.First);
        var none = With(
            $"periodic: {{ {Hours} }}", new LoadOptions { Sets = ["directives.order.report.periodic=none"] });
        Assert.Null(Order(none).Periodic);
        var set = With(
            $"periodic: {{ {Hours} }}", new LoadOptions { Sets = ["directives.order.report.periodic.every=2d"] });
        Assert.Equal(2, Order(set).Periodic!.Every.Minutes / 1440);
    }

    [Fact]
    public void Flash_reports_name_kinds_of_event_or_single_ones()
    {
        var rule = Order(With("flash: { on: [outbreak, visit], urgency: urgent }")).Flash!;
        Assert.Equal([EventKind.Outbreak], rule.Kinds);
        Assert.Equal(["visit"], rule.Events);
        Assert.Equal(Urgency.Urgent, rule.Urgency);
        Assert.Equal(Urgency.Express, Order(With("flash: { on: sanction }")).Flash!.Urgency);
    }

    [Theory]
    [InlineData("periodic: { figures: \"15:00\", due: { commune: \"14:00\" } }", "not later than", null)]
    [InlineData("periodic: { figures: \"15:00\", due: { comune: \"16:00\" } }", "no level 'comune'", "commune")]
    [InlineData("periodic: { figures: \"25:00\", due: { commune: \"16:00\" } }", "15:30", null)]
    [InlineData("periodic: { figures: 15h, due: { commune: \"16:00\" } }", "15:30", null)]
    [InlineData("periodic: { due: { commune: \"16:00\" } }", "'figures'", null)]
    [InlineData("periodic: { " + Hours + ", every: 12h }", "whole days apart", null)]
    [InlineData("periodic: { " + Hours + ", until: 2021-05-01 }", "before the first", null)]
    [InlineData("periodic: { " + Hours + ", until: 2022-05-01 }", "more than 254", null)]
    [InlineData("periodic: daily", "cannot be 'daily'", null)]
    [InlineData("flash: { on: outbrek }", "no event 'outbrek'", "outbreak")]
    [InlineData("flash: { urgency: express }", "'on'", null)]
    public void A_mistake_is_told_with_what_would_be_right(string duty, string what, string? nearest)
    {
        var loaded = With(duty);
        Assert.Null(loaded.Model);
        Assert.Contains(loaded.Problems, problem => problem.ToString().Contains(what, StringComparison.Ordinal)
            && problem.Nearest == nearest && problem.Place.Line > 0);
    }

    private static Directive Order(LoadResult loaded) => Sample.Sound(loaded).Model!.Directives[0];

    private static LoadResult With(string duty, LoadOptions? options = null) => Sample.Load(
        Sample.Scenario
            .Replace("    to: [city]", $"    to: [city]\n    report: {{ {duty} }}", StringComparison.Ordinal)
            .Replace(
                "observed:", "events:\n  - { id: visit, at: 2021-05-06T08:00, is: inspection, bodies: [city] }\nobserved:",
                StringComparison.Ordinal),
        options);
}
