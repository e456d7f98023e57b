using System.Text;

namespace Simulator.Kernel.Journal;

/// <summary>
/// The hash by which ids stand in keys and entries: FNV-1a over the UTF-8 bytes (Fowler, Noll, Vo),
/// then the finaliser of MurmurHash3, so that all bits depend on all bytes. The same on every machine.
/// </summary>
public static class Hash64
{
    /// <summary>The 64-bit hash of an id.</summary>
    public static ulong Of(string id)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var octet in Encoding.UTF8.GetBytes(id))
            {
                hash = (hash ^ octet) * 0x100000001B3UL;
            }

            return Finish(hash);
        }
    }

    /// <summary>The upper half of <see cref="Of"/>, by which root directives stand in entries.</summary>
    public static uint Upper(string id) => (uint)(Of(id) >> 32);

    private static ulong Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
            hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
            return hash ^ (hash >> 33);
        }
    }
}
