using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Cluster.Database;

/// <summary>
/// What is kept of a shared secret: enough to tell whether another is the same, too little to learn it from.
/// A salted PBKDF2 (RFC 8018) with a cost that slows down who has the database and guesses.
/// </summary>
internal static class SecretCheck
{
    // OWASP Password Storage Cheat Sheet, PBKDF2 with HMAC-SHA-256: 600,000 rounds, about a fifth of a
    // second.
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const string Method = "pbkdf2-sha256";

    /// <summary>What to keep of a secret: method, rounds, salt and hash. Null for no secret.</summary>
    public static string? Make(string? secret)
    {
        if (secret is null)
        {
            return null;
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Convert.ToBase64String(Hash(secret, salt, Rounds, HashBytes));
        return string.Create(
            CultureInfo.InvariantCulture, $"{Method}${Rounds}${Convert.ToBase64String(salt)}${hash}");
    }

    /// <summary>
    /// Whether a secret is the one of which this was kept; no secret fits only where none was.
    /// </summary>
    public static bool Knows(string? secret, string? kept)
    {
        if (secret is null || kept is null)
        {
            return secret is null && kept is null;
        }

        var parts = kept.Split('$');
        if (parts.Length != 4 || parts[0] != Method
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var rounds) || rounds <= 0)
        {
            return false;
        }

        var hash = Convert.FromBase64String(parts[3]);
        return CryptographicOperations.FixedTimeEquals(
            hash, Hash(secret, Convert.FromBase64String(parts[2]), rounds, hash.Length));
    }

    private static byte[] Hash(string secret, byte[] salt, int rounds, int length) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(secret), salt, rounds, HashAlgorithmName.SHA256, length);
}
