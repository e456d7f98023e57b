using System.Globalization;

namespace Simulator.Cluster.Wire;

/// <summary>
/// Keys of grains that belong to one attempt at a run: run, epoch, and the id of a body or the number of a
/// region. A call from a lower epoch thereby never reaches a grain of a higher one.
/// </summary>
internal static class GrainKeys
{
    internal static string Of(string run, int epoch, string body) =>
        string.Create(CultureInfo.InvariantCulture, $"{run}/{epoch}/{body}");

    internal static string Of(string run, int epoch, int region) =>
        string.Create(CultureInfo.InvariantCulture, $"{run}/{epoch}/{region}");

    /// <summary>The part before the first slash.</summary>
    internal static string RunOf(string key) => key[..key.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The number between the first two slashes.</summary>
    internal static int EpochOf(string key)
    {
        var rest = key.AsSpan(key.IndexOf('/', StringComparison.Ordinal) + 1);
        return int.Parse(rest[..rest.IndexOf('/')], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>The number after the last slash.</summary>
    internal static int NumberOf(ReadOnlySpan<char> key) =>
        int.Parse(key[(key.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
}
