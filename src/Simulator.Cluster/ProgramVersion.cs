namespace Simulator.Cluster;

/// <summary>The version of the program, which a cluster and its clients must share.</summary>
internal static class ProgramVersion
{
    internal static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>Why a client is not served; <c>null</c>: its version is that of the cluster.</summary>
    internal static string? RefusalOf(string client) => client == Text
        ? null
        : $"The cluster runs version {Text} of this program and the client is version {client}: "
            + $"use a client of version {Text}.";
}
