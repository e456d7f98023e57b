using System.Globalization;
using Simulator.Analysis.Measures;
using Simulator.Cli.Words;
using Simulator.Kernel.Documents;

namespace Simulator.Cli.Views;

/// <summary>What a run answers to a goal on desks, in a line.</summary>
internal static class DeskLines
{
    /// <summary>Such as <c>at most 14 at one office, 24 / 24 within the limit</c>.</summary>
    internal static string Of(GoalAnswer answer, Language language) => answer.Goal.Measure switch
    {
        GoalMeasure.Backlog => language.In(
            $"most at one office {answer.Papers:N0}", $"nhiều nhất tại một cơ quan {answer.Papers:N0}") + Kept(answer, language),
        GoalMeasure.Utilisation => (double.IsNaN(answer.Share) ? "-"
            : (100 * answer.Share).ToString("0.0", CultureInfo.InvariantCulture) + "%") + Kept(answer, language),
        _ => language.In(
            $"{answer.Papers:N0} papers at {answer.InState:N0} of {answer.Among:N0} offices",
            $"{answer.Papers:N0} văn bản tại {answer.InState:N0} trên {answer.Among:N0} cơ quan"),
    };

    private static string Kept(GoalAnswer answer, Language language) => answer.Goal.AtMost
        ? $", {answer.InState:N0} / {answer.Among:N0} " + language.In("within the limit", "trong giới hạn")
        : $", {answer.InState:N0} / {answer.Among:N0} " + language.In("reach it", "đạt mức");
}
