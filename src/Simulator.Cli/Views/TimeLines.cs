using Simulator.Analysis.Measures;
using Simulator.Cli.Words;
using Simulator.Kernel.Documents;

namespace Simulator.Cli.Views;

/// <summary>What a run answers to a goal on a time, in a line.</summary>
internal static class TimeLines
{
    /// <summary>Such as <c>2 d 3 h 05 m, 22 / 24 within the limit</c>.</summary>
    internal static string Of(GoalAnswer answer, TimeLimit time, Language language)
    {
        var found = answer.Minutes is { } minutes
            ? time.InHours ? $"{Lengths.Hours(minutes / 60)} wh" : Lengths.Of((int)Math.Round(minutes))
            : language.In("not in this run", "chưa có trong lần chạy này");
        var kept = answer.Goal.AtMost ? language.In("within the limit", "trong thời hạn") : language.In("there", "đã xong");
        return $"{found}, {answer.InState:N0} / {answer.Among:N0} {kept}"
            + (answer.LeftOut > 0 ? $", {SeriesLines.LeftOut(answer.LeftOut, answer.Asked, language)}" : "");
    }
}
