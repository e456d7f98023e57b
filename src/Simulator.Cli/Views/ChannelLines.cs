using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Papers of a directive that nobody saw, reports that nobody sent, and what was sent again without word.</summary>
internal static class ChannelLines
{
    internal static void Print(IAnsiConsole console, RunReport report, int root, Language language)
    {
        if (CountsOf(report, root) is { } counts)
        {
            console.Line(
                $"  {language.In("arrived unseen", "đến mà không ai thấy")} {counts.Unseen:N0} "
                + $"({language.In("still unseen", "vẫn chưa thấy")} {counts.StillUnseen:N0}), "
                + $"{language.In("reports not sent when done", "báo cáo xong chưa gửi")} {counts.Unsent:N0} "
                + $"({language.In("still not sent", "vẫn chưa gửi")} {counts.StillUnsent:N0}), "
                + $"{language.In("sent again without an acknowledgement", "gửi lại vì không có phản hồi")} {counts.Resent:N0}");
        }
    }

    internal static object? Json(RunReport report, int root) => CountsOf(report, root);

    private static Counts? CountsOf(RunReport report, int root)
    {
        var all = report.Progress[root].Values;
        var counts = new Counts(
            all.Sum(each => each.Unseen), all.Sum(each => each.Unseen - each.Noticed), all.Count(each => each.WasUnsent),
            all.Count(each => each.UnsentAt >= 0), all.Sum(each => each.Resent));
        return counts is { Unseen: 0, Unsent: 0, Resent: 0 } ? null : counts;
    }

    /// <summary>Papers that came unseen, reports done and not sent, directives sent again.</summary>
    internal sealed record Counts(int Unseen, int StillUnseen, int Unsent, int StillUnsent, int Resent);
}
