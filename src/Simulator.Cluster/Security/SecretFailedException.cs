namespace Simulator.Cluster.Security;

/// <summary>
/// The two ends of a connection could not be sure of each other, or no longer are: the other end does not
/// know the secret, or what arrived is not what was sent. The message is one line; it never holds the secret.
/// Nothing that came over such a connection may be believed from then on.
/// </summary>
internal sealed class SecretFailedException : Exception
{
    /// <summary>Says what failed, in a sentence.</summary>
    public SecretFailedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
