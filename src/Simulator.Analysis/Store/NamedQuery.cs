namespace Simulator.Analysis.Store;

/// <summary>
/// A question that is asked often enough to have a name: a file of SQL in the program whose first comment says what it tells,
/// which parameters it takes and what its columns are.
/// </summary>
public sealed record NamedQuery
{
    private const string Prefix = "query:";
    private const string Comment = "--";

    /// <summary>Its name, such as <c>delays-by-level</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it tells, a sentence or two.</summary>
    public required string Tells { get; init; }

    /// <summary>What it takes; each has a value of its own where none is given.</summary>
    public required IReadOnlyList<QueryTerm> Parameters { get; init; }

    /// <summary>What it gives, in the order of its columns.</summary>
    public required IReadOnlyList<QueryTerm> Columns { get; init; }

    /// <summary>The file as it is.</summary>
    public required string Sql { get; init; }

    /// <summary>All there are, by name.</summary>
    public static IReadOnlyList<NamedQuery> All { get; } =
    [
        .. typeof(NamedQuery).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal)
            .Select(name => Parse(name, TextOf(name))),
    ];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(NamedQuery).Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }

    /// <summary>Reads the comment at the head: what it tells, an empty line, and then a term on each line.</summary>
    private static NamedQuery Parse(string name, string sql)
    {
        var head = sql.Split('\n').TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal))
            .Select(line => line[Comment.Length..].Trim()).ToList();
        var terms = head.SkipWhile(line => line.Length > 0).Where(line => line.Length > 0).Select(QueryTerm.Parse).ToList();
        return new NamedQuery
        {
            Name = name,
            Tells = string.Join(' ', head.TakeWhile(line => line.Length > 0)),
            Parameters = [.. terms.Where(term => term.Name[0] == ':').Select(term => term with { Name = term.Name[1..] })],
            Columns = [.. terms.Where(term => term.Name[0] != ':')],
            Sql = sql,
        };
    }
}

/// <summary>A parameter or a column of a question.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Is">What it is, with its unit.</param>
public sealed record QueryTerm(string Name, string Is)
{
    internal static QueryTerm Parse(string line) =>
        line.Split(' ', 2) is [var name, var what] ? new QueryTerm(name, what.Trim()) : new QueryTerm(line, "");
}
