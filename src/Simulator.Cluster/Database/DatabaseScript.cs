namespace Simulator.Cluster.Database;

/// <summary>One part of what makes the tables, as it lies in this assembly.</summary>
internal static class DatabaseScript
{
    /// <summary>The text of a part.</summary>
    /// <param name="part">Its file name, such as <c>clustering.sql</c>.</param>
    public static string Read(string part)
    {
        using var stream = typeof(DatabaseScript).Assembly.GetManifestResourceStream($"Database/Sql/{part}")
            ?? throw new InvalidOperationException($"The build has left out {part}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
