using Simulator.Analysis.Measures.Desks;

namespace Simulator.Analysis.Exports;

/// <summary>Names of a store by their numbers, in memory: each row names several.</summary>
/// <param name="source">The store.</param>
internal sealed class ExportedNames(ExportSource source)
{
    private readonly Dictionary<long, string> roots = Of(source, "SELECT id, key FROM root");
    private readonly Dictionary<long, string> activities = Of(source, "SELECT id, key FROM activity");
    private readonly Dictionary<long, string> posts = Of(source, "SELECT id, key FROM post");
    private readonly Dictionary<long, ExportedDirective> directives = DirectivesOf(source);
    private readonly Dictionary<long, string> levels = Of(source, "SELECT id, key FROM level");
    private readonly Dictionary<long, string> assignments = Of(source, "SELECT root * 256 + item, key FROM assignment");

    /// <summary>Bodies by their numbers, which have no gap.</summary>
    internal IReadOnlyList<ExportedBody> Bodies { get; } = BodiesOf(source);

    internal string Root(long id) => roots[id];

    internal string Activity(long id) => activities[id];

    internal string Post(long id) => posts[id];

    /// <summary>Who did a step: post and count from 0; <c>null</c>: nobody was held up by it.</summary>
    internal string? Server(long? post, long server) =>
        post is { } of && server != DeskStay.Nobody ? $"{Post(of)} {server}" : null;

    internal string? Level(ExportedBody body) => body.Level is { } level ? levels[level] : null;

    /// <summary>The key of an assignment; <c>null</c>: there is none of that place.</summary>
    internal string? Assignment(long root, long item) => assignments.GetValueOrDefault((root * 256) + item);

    /// <summary>A directive by its number; <c>null</c>: it is an event or an intervention.</summary>
    internal ExportedDirective? Directive(long id) => directives.GetValueOrDefault(id);

    private static Dictionary<long, ExportedDirective> DirectivesOf(ExportSource source)
    {
        var directives = new Dictionary<long, ExportedDirective>();
        using var rows = source.Rows("SELECT root, symbol, title FROM directive");
        while (rows.Read())
        {
            directives.Add(rows.Number(0), new ExportedDirective(rows.TextOrNull(1), rows.Text(2)));
        }

        return directives;
    }

    private static Dictionary<long, string> Of(ExportSource source, string sql)
    {
        var names = new Dictionary<long, string>();
        using var rows = source.Rows(sql);
        while (rows.Read())
        {
            names.Add(rows.Number(0), rows.Text(1));
        }

        return names;
    }

    private static List<ExportedBody> BodiesOf(ExportSource source)
    {
        var bodies = new List<ExportedBody>();
        using var rows = source.Rows("SELECT key, name, level FROM body ORDER BY id");
        while (rows.Read())
        {
            bodies.Add(new ExportedBody(rows.Text(0), rows.Text(1), rows.NumberOrNull(2)));
        }

        return bodies;
    }
}

/// <summary>A body.</summary>
/// <param name="Key">Its id in the scenario.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">The number of its level; <c>null</c>: the director.</param>
internal sealed record ExportedBody(string Key, string Name, long? Level);

/// <summary>A directive.</summary>
/// <param name="Symbol">Its number and symbol, if it has one.</param>
/// <param name="Title">Its title.</param>
internal sealed record ExportedDirective(string? Symbol, string Title);
