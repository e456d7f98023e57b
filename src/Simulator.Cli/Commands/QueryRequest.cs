using Simulator.Analysis.Store;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Commands;

/// <summary>What is asked, and of which run: from the arguments of <c>simulator query</c>.</summary>
internal sealed record QueryRequest
{
    private const string FromInput = "-";

    /// <summary>The folder of the run; <c>null</c>: the newest.</summary>
    public required string? Run { get; init; }

    /// <summary>The SQL.</summary>
    public required string Sql { get; init; }

    /// <summary>Where it stands, as a person would say.</summary>
    public required string Origin { get; init; }

    /// <summary>The named query that it is; <c>null</c>: none.</summary>
    public NamedQuery? Named { get; init; }

    /// <summary>Sorts out which argument is the run and which the SQL.</summary>
    /// <param name="arguments">At most two.</param>
    /// <param name="name">Of a named query.</param>
    /// <param name="file">That has the SQL.</param>
    internal static QueryRequest Of(IReadOnlyList<string> arguments, string? name, string? file)
    {
        if (name is not null && file is not null)
        {
            throw new UsageException("--name and --file do not go together: each is a question.");
        }

        if ((name ?? file) is not null)
        {
            var run = arguments.Count == 0 ? null : arguments[0];
            return arguments.Count > 1
                ? throw new UsageException($"SQL does not go with {(name is null ? "--file" : "--name")}, which is the question.")
                : name is not null ? OfName(run, name) : OfFile(run, file!);
        }

        return arguments switch
        {
            [var folder, var sql] => OfText(folder, sql),
            [var only] when !Directory.Exists(only) && (only == FromInput || only.Any(char.IsWhiteSpace)) => OfText(null, only),
            [var only] => throw new UsageException(NothingAsked(only)),
            _ => throw new UsageException("What is to be asked? Give SQL, --file FILE or --name NAME; --list shows the named queries."),
        };
    }

    /// <summary>The named query of a name.</summary>
    internal static NamedQuery Find(string name) => NamedQuery.All.FirstOrDefault(query => query.Name == name)
        ?? throw new UsageException($"There is no named query '{name}'."
            + (NearestName.Of(name, NamedQuery.All.Select(query => query.Name)) is { } near ? $" Did you mean '{near}'?" : "")
            + " --list shows all.");

    private static string NothingAsked(string only)
    {
        var near = NearestName.Of(only, NamedQuery.All.Select(query => query.Name));
        return near is null || Directory.Exists(only)
            ? $"What is to be asked of '{only}'? Give SQL after it, --file FILE or --name NAME; --list shows the named queries."
            : $"'{only}' is neither a run folder nor SQL. Did you mean --name {near}?";
    }

    private static QueryRequest OfName(string? run, string name)
    {
        var query = Find(name);
        return new QueryRequest { Run = run, Sql = query.Sql, Origin = query.Name, Named = query };
    }

    private static QueryRequest OfText(string? run, string sql) => sql == FromInput
        ? new QueryRequest { Run = run, Sql = Console.In.ReadToEnd(), Origin = "(input)" }
        : new QueryRequest { Run = run, Sql = sql, Origin = "SQL" };

    private static QueryRequest OfFile(string? run, string file)
    {
        if (file == FromInput)
        {
            return OfText(run, file);
        }

        return File.Exists(file)
            ? new QueryRequest { Run = run, Sql = File.ReadAllText(file), Origin = file }
            : throw new UsageException($"There is no file '{file}'.");
    }
}
