using Simulator.Analysis.Measures;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Papers of a directive that nobody saw, reports that nobody sent, and what was sent again without word.</summary>
internal static class ChannelLines
{
    internal static void Print(IAnsiConsole console, RunReport report, int root, Language language)
    {
        if (UnheardPapers.Of(report.Progress[root]) is { } counts)
        {
            console.Line(
                $"  {language.In("arrived unseen", "đến mà không ai thấy")} {counts.Unseen:N0} "
                + $"({language.In("still unseen", "vẫn chưa thấy")} {counts.StillUnseen:N0}), "
                + $"{language.In("reports not sent when done", "báo cáo xong chưa gửi")} {counts.Unsent:N0} "
                + $"({language.In("still not sent", "vẫn chưa gửi")} {counts.StillUnsent:N0}), "
                + $"{language.In("sent again without an acknowledgement", "gửi lại vì không có phản hồi")} {counts.Resent:N0}");
        }
    }

    internal static object? Json(RunReport report, int root) => UnheardPapers.Of(report.Progress[root]);
}
