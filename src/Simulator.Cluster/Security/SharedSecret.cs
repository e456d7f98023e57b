using System.Security.Cryptography;
using System.Text;

namespace Simulator.Cluster.Security;

/// <summary>
/// What all silos and clients of a cluster know and nobody else does. Only a key stretched from the text is
/// kept, so that no log, dump of settings or exception can show the secret by accident, and so that guessing
/// it from recorded attempts costs an attacker the stretching for each guess. Stretching takes a good part of
/// a second, once in a process: make one and pass it on.
/// </summary>
public sealed class SharedSecret
{
    /// <summary>A shorter secret is refused: it could be guessed.</summary>
    private const int FewestCharacters = 16;

    /// <summary>A longer one is refused: it is some other file, named by mistake.</summary>
    internal const int MostCharacters = 4096;

    /// <summary>As OWASP's password storage cheat sheet asks of PBKDF2 with HMAC-SHA256.</summary>
    private const int Iterations = 600_000;

    private readonly byte[] key;

    private SharedSecret(byte[] key) => this.key = key;

    internal ReadOnlySpan<byte> Key => key;

    /// <summary>From the secret's text; white space around it does not count.</summary>
    /// <exception cref="ClusterException">It is shorter or longer than a secret may be.</exception>
    public static SharedSecret FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SharedSecret(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(Usable(text, "The secret")),
            "simulator cluster secret, 1"u8,
            Iterations,
            HashAlgorithmName.SHA256,
            HMACSHA256.HashSizeInBytes));
    }

    /// <summary>
    /// The text of a secret from a file that holds it and nothing else (UTF-8), without the white space
    /// around it.
    /// </summary>
    /// <exception cref="ClusterException">The file cannot be read or holds no usable secret.</exception>
    public static string ReadFile(string path)
    {
        try
        {
            // Four bytes are the most that a character takes.
            return new FileInfo(path).Length <= 4 * MostCharacters
                ? Usable(File.ReadAllText(path), $"The secret in {path}")
                : throw new ClusterException(
                    $"{path} is longer than any secret ({MostCharacters} characters): is it the right file?");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException($"The secret cannot be read from {path}: {failed.Message}", failed);
        }
    }

    /// <summary>Never the secret.</summary>
    public override string ToString() => "(a shared secret)";

    private static string Usable(string text, string what)
    {
        var trimmed = text.Trim();
        return trimmed.Length is >= FewestCharacters and <= MostCharacters
            ? trimmed
            : throw new ClusterException(
                $"{what} has {trimmed.Length} characters, and a usable one has {FewestCharacters} to "
                + $"{MostCharacters}: 32 random bytes written in base64 or hex make a good one.");
    }
}
