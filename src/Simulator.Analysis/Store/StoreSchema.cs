namespace Simulator.Analysis.Store;

/// <summary>The schema as it stands in the files beside this one, by sections that begin with <c>--# name</c>.</summary>
internal static class StoreSchema
{
    /// <summary>The version of tables and views; raised when a query that was right gives something else.</summary>
    internal const int Version = 1;

    private const string Mark = "--# ";

    /// <summary>A section of a file.</summary>
    /// <param name="file">Its name without the ending.</param>
    /// <param name="name">The section's name.</param>
    internal static string Section(string file, string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream($"{file}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split(Mark)
            .First(section => section.StartsWith($"{name}\n", StringComparison.Ordinal))[name.Length..];
    }
}
