namespace Simulator.Cluster.Runs;

/// <summary>The version of the program, which a cluster and its clients must share.</summary>
internal static class ProgramVersion
{
    internal static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
