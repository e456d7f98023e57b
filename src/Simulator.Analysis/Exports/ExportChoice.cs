namespace Simulator.Analysis.Exports;

/// <summary>Finds what a user names in a store.</summary>
internal static class ExportChoice
{
    private const int Shown = 6;

    /// <summary>The number of a directive, by its id or its symbol, or a unique part of either.</summary>
    /// <exception cref="ExportException">There is none, or more than one.</exception>
    internal static long Directive(ExportSource source, string text) => Find(
        source, text, "directive", "SELECT d.root, r.key, d.symbol FROM directive d JOIN root r ON r.id = d.root",
        "SELECT directive, symbol FROM directives");

    /// <summary>The number of a body, by its id or its name, or a unique part of either.</summary>
    /// <exception cref="ExportException">There is none, or more than one.</exception>
    internal static long Body(ExportSource source, string text) =>
        Find(source, text, "body", "SELECT id, key, name FROM body WHERE id > 0", "SELECT body, name FROM bodies");

    private static long Find(ExportSource source, string text, string what, string sql, string lists)
    {
        var all = new List<(long Id, string Key, string Name)>();
        using (var rows = source.Rows(sql))
        {
            while (rows.Read())
            {
                all.Add((rows.Number(0), rows.Text(1), rows.Text(2)));
            }
        }

        foreach (var rule in (Func<(long, string Key, string Name), bool>[])
        [
            each => each.Key == text,
            each => each.Name == text,
            each => each.Key.Contains(text, StringComparison.OrdinalIgnoreCase),
            each => each.Name.Contains(text, StringComparison.OrdinalIgnoreCase),
        ])
        {
            var found = all.FindAll(each => rule(each));
            if (found.Count == 1)
            {
                return found[0].Id;
            }

            if (found.Count > 1)
            {
                throw new ExportException(
                    $"'{text}' is not one {what}: it could be "
                    + string.Join(", ", found.Take(Shown).Select(each => $"{each.Key} ({each.Name})"))
                    + (found.Count > Shown ? ", …" : "") + ". Write more of it.");
            }
        }

        throw new ExportException($"No {what} is called '{text}'. simulator query \"{lists}\" lists them.")
        {
            Unknown = text,
            Known = all.ConvertAll(each => each.Key),
        };
    }
}
