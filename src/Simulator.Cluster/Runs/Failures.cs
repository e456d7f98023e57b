using System.Text.RegularExpressions;

namespace Simulator.Cluster.Runs;

/// <summary>Tells apart what ends a run, an attempt at it, or nothing but the database's silence.</summary>
internal static partial class Failures
{
    /// <summary>
    /// What was at the bottom of it, one line: storage wraps that in its own words, over several.
    /// </summary>
    internal static string Root(Exception trouble) =>
        trouble.GetBaseException().Message.Split('\r', '\n')[0].TrimEnd(' ', '.');

    /// <summary>Why an attempt was lost, in words for whoever waits for the run.</summary>
    internal static string WhyLost(Exception trouble) => trouble switch
    {
        SiloUnavailableException => Target().Match(trouble.Message) is { Success: true } target
            ? $"the silo at {target.Groups[1].Value} is gone"
            : "a silo that carried a part of it is gone",
        TimeoutException => "a silo did not answer in time",
        _ when Unreached().Match(trouble.Message) is { Success: true } silo =>
            $"the silo at {silo.Groups[1].Value} cannot be reached",
        _ => Help().Replace(trouble.Message, "").Split('\r', '\n')[0].TrimEnd(),
    };

    // Orleans names the silo that was called as [S<address>:<generation> <grain>].
    [GeneratedRegex(@"->\[S(\S+):\d+ ", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    // A message that could not be sent comes back with the trace of its sender, and in it S<address>:<generation>.
    [GeneratedRegex(@"Unable to connect to S(\S+):\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Unreached();

    [GeneratedRegex(@" See https://aka\.ms/\S+ for troubleshooting help\.", RegexOptions.CultureInvariant)]
    private static partial Regex Help();
}
