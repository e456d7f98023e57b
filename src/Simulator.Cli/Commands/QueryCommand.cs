using System.CommandLine;
using Simulator.Analysis.Store;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator query</c>: asks the store of a kept run, in SQL or by the name of a question.</summary>
internal static class QueryCommand
{
    private const int RowsOfText = 1_000;

    /// <summary>What a question may overrun its time by, where SQLite does not look up from what it is doing.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    internal static Command Create()
    {
        var asked = new Argument<string[]>("run and sql")
        {
            Description = "the folder of a run, else the newest below 'runs'; and one statement of SQL that reads, or - for standard input",
            Arity = new ArgumentArity(0, 2),
        };
        var name = new Option<string?>("--name") { Description = "a named query instead of SQL" };
        var file = new Option<string?>("--file") { Description = "a file that has the SQL" };
        var list = new Option<bool>("--list") { Description = "lists the named queries: what they tell, take and give" };
        var show = new Option<string?>("--show") { Description = "prints the SQL of a named query, to copy and change" };
        var parameters = new Option<string[]>("--param")
        {
            Description = "name=value: the value of :name in the SQL; may be repeated",
        };
        var limit = new Option<long?>("--limit")
        {
            Description = $"rows at most; {RowsOfText:N0} in text unless given, all in json and csv",
        };
        var timeout = new Option<string>("--timeout")
        {
            Description = "how long it may take, such as 30s or 5m",
            DefaultValueFactory = _ => "30s",
        };
        var format = new Option<string>("--format")
        {
            Description = "text for people, json (an array of objects) or csv (RFC 4180)",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csv");
        var command = new Command(
            "query",
            "Asks the store of a kept run (run.sqlite), in SQL or by the name of a question. What tables and views there are is "
            + "in docs/store.md. Nothing can be changed by it.\n\n"
            + "Examples:\n  simulator query --list\n  simulator query --name delays-by-level\n"
            + "  simulator query runs/bac-kan-570-base-s570 \"SELECT body, to_comply FROM delays ORDER BY 2 DESC\" --limit 10")
        {
            asked, name, file, list, show, parameters, limit, timeout, format,
        };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(format)!;
            if (parsed.GetValue(list) || parsed.GetValue(show) is not null)
            {
                return Tell(parsed.GetValue(asked) ?? [], parsed.GetValue(show), wanted);
            }

            var request = QueryRequest.Of(parsed.GetValue(asked) ?? [], parsed.GetValue(name), parsed.GetValue(file));
            return Ask(
                request, QueryValues.Parameters(parsed.GetValue(parameters) ?? []),
                QueryValues.Rows(parsed.GetValue(limit)) ?? (wanted == "text" ? RowsOfText : long.MaxValue), wanted,
                new QueryLimits
                {
                    Time = QueryValues.Time(parsed.GetValue(timeout)!),
                    Cancellation = Interruption.Token,
                });
        });
        return command;
    }

    private static int Tell(string[] arguments, string? show, string format)
    {
        if (arguments.Length > 0)
        {
            var option = show is null ? "--list" : "--show";
            throw new UsageException($"{option} is about the program and needs no run: leave out '{arguments[0]}'.");
        }

        if (format == "csv")
        {
            throw new UsageException("--format csv is for answers; named queries are listed in text and json.");
        }

        var query = show is null ? null : QueryRequest.Find(show);
        if (format == "json")
        {
            JsonOutput.Write(query is null ? new { Queries = NamedQuery.All.Select(NamedQueryList.Json) } : new { query.Name, query.Sql });
        }
        else if (query is null)
        {
            NamedQueryList.Print(Terminal.Out());
        }
        else
        {
            Console.Out.Write(query.Sql);
        }

        return ExitCode.Done;
    }

    private static int Ask(
        QueryRequest request, IReadOnlyDictionary<string, string> parameters, long rows, string format, QueryLimits limits)
    {
        var folder = RunFolder.PathOf(request.Run);
        using var answer = new Spool();
        var asked = Task.Run(() => Answer(folder, request, parameters, rows, format, limits, answer));
        try
        {
            if (!asked.Wait(limits.Time + s_grace, limits.Cancellation))
            {
                throw QueryProblem.Said(QueryException.OutOfTime(limits.Time), request);
            }
        }
        catch (AggregateException failed)
        {
            throw failed.InnerException is QueryException mistake ? QueryProblem.Said(mistake, request) : failed.InnerException!;
        }

        answer.CopyTo(Console.OpenStandardOutput());
        if (asked.Result && format != "text")
        {
            Console.Error.WriteLine($"There are more than these {rows:N0} rows.");
        }

        return ExitCode.Done;
    }

    /// <summary>Writes the whole answer.</summary>
    /// <returns>Whether rows were left out.</returns>
    private static bool Answer(
        string folder, QueryRequest request, IReadOnlyDictionary<string, string> parameters, long rows, string format,
        QueryLimits limits, Spool answer)
    {
        using var store = RunStore.OpenReadOnly(folder);
        if (request.Named is not null)
        {
            QueryNames.Check(store, parameters);
        }

        using var query = new StoreQuery(store, request.Sql, parameters, needsAll: request.Named is null, limits);
        using var writer = new StreamWriter(answer.Stream, leaveOpen: true);
        IAnswerWriter view = format switch
        {
            "json" => new JsonAnswer(writer, query.Columns),
            "csv" => new CsvAnswer(writer, query.Columns),
            _ => new TableAnswer(writer, query.Columns, Terminal.Columns),
        };
        var values = new object?[query.Columns.Count];
        var isCut = false;
        for (var row = 0L; query.Read(); row++)
        {
            if (row == rows)
            {
                isCut = true;
                break;
            }

            for (var column = 0; column < values.Length; column++)
            {
                values[column] = query.Value(column);
            }

            view.Row(values);
        }

        view.End(isCut);
        return isCut;
    }
}
