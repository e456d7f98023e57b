namespace Simulator.Cluster.Tests.Processes;

/// <summary>Where a process listens, as Linux shows it.</summary>
internal static class ListeningSockets
{
    private const string Listening = "0A";

    /// <summary>
    /// The addresses and ports in the hexadecimal digits of <c>/proc/net/tcp</c>: loopback is 0100007F.
    /// </summary>
    public static IReadOnlyList<string> Of(int process)
    {
        var own = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        return
        [
            .. new[] { "tcp", "tcp6" }
                .SelectMany(family => File.ReadLines($"/proc/{process}/net/{family}").Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == Listening && own.Contains(fields[9]))
                .Select(fields => fields[1]),
        ];
    }
}
