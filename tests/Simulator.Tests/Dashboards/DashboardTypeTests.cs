using System.Diagnostics;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Dashboards;

/// <summary>Dashboards are what Grafana's own kit takes for one.</summary>
public sealed class DashboardTypeTests
{
    [Fact]
    public void Every_field_of_a_dashboard_has_its_type()
    {
        var (isSound, said) = Check(GrafanaDashboard.Read("propagation").Path, GrafanaDashboard.Read("engine").Path);
        Assert.True(isSound, said);
    }

    [Fact]
    public void A_field_that_there_is_none_of_is_found()
    {
        using var folder = new TemporaryFolder();
        var wrong = folder.Write("wrong.json", File.ReadAllText(GrafanaDashboard.Read("engine").Path)
            .Replace("\"legendFormat\"", "\"legendFormt\"", StringComparison.Ordinal));
        var (isSound, said) = Check(wrong);
        Assert.False(isSound);
        Assert.Contains("'\"legendFormt\"' does not exist in type 'Query'", said, StringComparison.Ordinal);
    }

    private static (bool IsSound, string Said) Check(params string[] dashboards)
    {
        var tool = Path.Combine(ShippedScenarios.Repository, "eng", "dashboards");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(tool, "node_modules", "typescript")),
            "Grafana's kit is not installed: npm ci --prefix eng/dashboards");
        Assert.SkipWhen(Promtool.Find("node") is null, "node is not installed");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(tool, "check.cjs"), .. dashboards])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode is 0 or 1, errors.GetAwaiter().GetResult());
        return (node.ExitCode == 0, output);
    }
}
