using System.Security.Cryptography;

namespace Simulator.Analysis.Store;

/// <summary>
/// The SHA-256 of a store as it was made, in a file beside it, by which a later change is noticed. The file is one that
/// <c>sha256sum --check</c> reads. The store itself stays as SQLite wrote it.
/// </summary>
public static class StoreSeal
{
    /// <summary>The file's name.</summary>
    public const string Name = RunStore.Name + Ending;

    private const string Ending = ".sha256";
    private const int BufferSize = 1 << 17;

    /// <summary>Gives a store that is whole its name, and its seal with it.</summary>
    /// <param name="made">The store under the name by which it was written.</param>
    /// <param name="path">The store's own name; what is there is replaced.</param>
    internal static void Keep(string made, string path)
    {
        var (seal, unfinished) = (path + Ending, made + Ending);
        try
        {
            File.WriteAllText(unfinished, $"{HashOf(made)}  {Path.GetFileName(path)}\n");
            File.Delete(seal); // should it end here, what is there has no seal and is made again
            File.Move(made, path, overwrite: true);
            File.Move(unfinished, seal);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>What is wrong with a store, as a sentence; <c>null</c>: it is as it was made.</summary>
    /// <param name="path">The store.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static string? Fault(string path)
    {
        var (name, seal) = (Path.GetFileName(path), path + Ending);
        if (!File.Exists(seal))
        {
            return $"Whether '{path}' was changed after it was made cannot be told: there is no {name}{Ending} beside it.";
        }

        var told = File.ReadAllText(seal).Split(' ', 2)[0];
        var found = HashOf(path);
        return told == found ? null
            : $"'{path}' was changed after it was made: its SHA-256 is {found}, and {name}{Ending} says {told}.";
    }

    private static string HashOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[BufferSize];
        while (file.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
