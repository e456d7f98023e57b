using Simulator.Analysis.Store;
using Simulator.Cli.Commands;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Views;

/// <summary>What is wrong with a question, as a person reads it: where, what, the nearest name, the line and a caret.</summary>
internal static class QueryProblem
{
    private const int LongestLine = 120;

    internal static UsageException Said(QueryException mistake, QueryRequest request)
    {
        var (line, column, text) = Place(request.Sql, mistake.Offset);
        var near = mistake.Unknown is { } name && NearestName.Of(name, mistake.Known) is { } nearest ? nearest : null;
        var problem = new Problem(Severity.Error, new Place(request.Origin, line, column), mistake.Message, Nearest: near);
        return new UsageException(line == 0 ? problem.ToString() : $"{problem}\n{Shown(text, column)}");
    }

    /// <summary>Line and column from 1, 0: not known; and the text of the line.</summary>
    private static (int Line, int Column, string Text) Place(string sql, int offset)
    {
        if (offset < 0 || offset > sql.Length)
        {
            return (0, 0, "");
        }

        var begin = offset == 0 ? 0 : sql.LastIndexOf('\n', offset - 1) + 1;
        var end = sql.IndexOf('\n', offset) is >= 0 and var found ? found : sql.Length;
        return (sql.AsSpan(0, offset).Count('\n') + 1, offset - begin + 1, sql[begin..end].TrimEnd('\r'));
    }

    private static string Shown(string text, int column)
    {
        var from = Math.Max(0, Math.Min(column - (LongestLine / 2), text.Length - LongestLine));
        var part = new string([.. text.Skip(from).Take(LongestLine).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return $"  {part}\n  {new string(' ', column - 1 - from)}^";
    }
}
