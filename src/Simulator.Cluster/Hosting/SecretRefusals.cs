namespace Simulator.Cluster.Hosting;

/// <summary>
/// Why the last connection was refused for its secret. Orleans says of it only that no gateway could be
/// reached, which sends people to look for a silo instead of a secret.
/// </summary>
internal sealed class SecretRefusals
{
    internal volatile string? Last;
}
