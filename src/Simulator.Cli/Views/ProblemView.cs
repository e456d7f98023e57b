using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Views;

/// <summary>Problems of scenarios as lines and as JSON.</summary>
internal static class ProblemView
{
    internal static void Print(TextWriter writer, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            writer.WriteLine(problem.ToString());
        }
    }

    internal static object AsJson(Problem problem) => new
    {
        Severity = problem.Severity == Severity.Error ? "error" : "warning",
        problem.File,
        problem.Line,
        problem.Column,
        problem.What,
        problem.Right,
        problem.Nearest,
    };
}
