using System.Diagnostics;
using System.Text.Json;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Cli;

/// <summary>
/// Reports in a real browser, at two widths, light and dark. It needs node, <c>npm ci --prefix eng/browser</c> and Chromium;
/// where one of them is not there it is skipped, and says which.
/// </summary>
public sealed class ReportInBrowserTests : IDisposable
{
    private static readonly string? s_chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    private static readonly string s_tool = Path.Combine(ShippedScenarios.Repository, "eng", "browser");

    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public void Every_chart_has_drawn_its_data_and_nothing_else_is_heard_asked_or_out_of_reach()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(s_tool, "node_modules", "playwright-core")), "playwright-core is not installed: npm ci --prefix eng/browser");
        Assert.SkipWhen(s_chromium is null, "there is no chromium on the PATH");
        File.WriteAllText(Path.Combine(program.Folder, "markup.yaml"), ReportCommandTests.Markup);
        Done("run", "markup.yaml", "--out", "markup", "--no-index");
        Done("run", Program.Scenario("bac-kan-570"), "--replications", "0", "--out", "telegram", "--no-index");
        Done("run", Program.Scenario("bac-kan-570"), "--variant", "quick-drafting", "--replications", "0", "--out", "quick", "--no-index");
        Done("run", Program.Scenario("document-flood"), "--replications", "0", "--out", "flood", "--no-index");
        Done("sweep", Program.Scenario("bac-kan-570"), "--vary", "city.staff=1,2", "--replications", "10", "--out", "staff");
        Done("report", "markup");
        Done("report", "telegram", "--replications", "20");
        Done("report", "telegram", "quick", "--lang", "vi", "--replications", "0", "--out", "two.html");
        Done("report", "flood");
        Done("report", "staff");
        foreach (var look in Look("markup.html", "telegram.html", "two.html", "flood.html", "staff.html"))
        {
            var about = $"{look.GetProperty("page")} {look.GetProperty("width")} {look.GetProperty("colorScheme")}";
            Assert.True(look.GetProperty("said").GetArrayLength() == 0, $"{about}: {look.GetProperty("said")}");
            Assert.True(look.GetProperty("asked").GetArrayLength() == 0, $"{about} asked for {look.GetProperty("asked")}");
            Assert.True(look.GetProperty("overflow").GetInt32() <= 0, $"{about} is {look.GetProperty("overflow")} too wide");
            Assert.True(look.GetProperty("contrast").GetProperty("ratio").GetDouble() >= 4.5, $"{about}: {look.GetProperty("contrast")}");
            var keys = look.GetProperty("keyboard");
            Assert.True(
                keys.GetProperty("reached").GetInt32() == Math.Min(400, keys.GetProperty("all").GetInt32()) && keys.GetProperty("unseen").GetInt32() == 0,
                $"{about}: {keys}");
            Assert.NotEmpty(look.GetProperty("charts").EnumerateArray());
            foreach (var chart in look.GetProperty("charts").EnumerateArray())
            {
                Assert.True(chart.GetProperty("wanted").GetRawText() == chart.GetProperty("drawn").GetRawText(), $"{about}: {chart}");
                Assert.Equal("img", chart.GetProperty("role").GetString());
                Assert.True(chart.GetProperty("label").GetString()!.Length > 20, $"{about}: {chart}");
            }
        }
    }

    private JsonElement.ArrayEnumerator Look(params string[] pages)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(s_tool, "check.cjs"), s_chromium!, .. pages])
        {
            WorkingDirectory = program.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, errors.Result);
            return JsonDocument.Parse(output).RootElement.EnumerateArray();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed");
            throw;
        }
    }

    private void Done(params string[] arguments)
    {
        var answer = program.Run(arguments);
        Assert.True(answer.ExitCode == 0, answer.Error);
    }
}
