using System.Text.RegularExpressions;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Dashboards;

/// <summary>Rules for Prometheus: each is parsed, and each was seen to tell and to be silent.</summary>
public sealed partial class RuleTests
{
    private static string Rules => Path.Combine(GrafanaDashboard.Folder, "prometheus");

    [Fact]
    public void Settings_and_rules_are_sound()
    {
        Promtool.Run("check", "config", "prometheus/prometheus.yml");
        Assert.Contains(
            "8 rules found", Promtool.Run("check", "rules", "prometheus/alerts.rules.yml"), StringComparison.Ordinal);
        Assert.Contains(
            "10 rules found", Promtool.Run("check", "rules", "prometheus/recording.rules.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_do_what_their_tests_say() => Promtool.Run("test", "rules", "prometheus/run.tests.yml", "prometheus/engine.tests.yml");

    [Fact]
    public void Every_alert_is_seen_to_sound_and_not_to_sound_and_every_recorded_series_is_seen()
    {
        var tests = Directory.GetFiles(Rules, "*.tests.yml").Select(File.ReadAllText).ToList();
        var told = tests.SelectMany(text => Told().Matches(text)).ToLookup(
            each => each.Groups["name"].Value, each => each.Groups["alerts"].Value.Contains("[]", StringComparison.Ordinal));
        var alerts = Alert().Matches(File.ReadAllText(Path.Combine(Rules, "alerts.rules.yml"))).Select(each => each.Groups[1].Value);
        Assert.All(alerts, alert => Assert.Equal([false, true], told[alert].Distinct().Order()));
        var records = Record().Matches(File.ReadAllText(Path.Combine(Rules, "recording.rules.yml"))).Select(each => each.Groups[1].Value);
        Assert.All(records, record => Assert.Contains(tests, text => text.Contains($"- expr: {record}\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("propagation")]
    [InlineData("engine")]
    public void Every_query_of_a_panel_is_one(string dashboard)
    {
        using var folder = new TemporaryFolder();
        var queries = GrafanaDashboard.Read(dashboard).Queries().ToList();
        Assert.InRange(queries.Count, 20, 60);
        var rules = queries.Select((each, place) => $$"""
                  - record: panel{{place}}
                    expr: '{{GrafanaDashboard.Filled(each.Query)}}'

            """);
        folder.Write("rules.yml", $"groups:\n  - name: panels\n    rules:\n{string.Concat(rules)}");
        Assert.Contains($"{queries.Count} rules found", Promtool.RunIn(folder.Path, "check", "rules", "rules.yml"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"alertname: (?<name>\w+),?\s+eval_time: \w+,?\s+exp_alerts:(?<alerts>[^\n]*)")]
    private static partial Regex Told();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"- record: ([\w:]+)")]
    private static partial Regex Record();
}
