using System.Security.Cryptography;
using System.Text;

namespace Simulator.Cluster.Models;

/// <summary>
/// By which a scenario's text is known on every silo: the first 32 hexadecimal digits of its SHA-256.
/// </summary>
internal static class ModelKey
{
    internal static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
