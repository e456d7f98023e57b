using System.Buffers.Binary;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// Every draw of one case as a file, so that a peer in another language sees the same chance without a
/// second implementation of it. Per body, then per directive: seven little-endian 32-bit minutes in the
/// order of <see cref="Durations"/>; after all of them, in the same order, a byte for whether the body
/// complies and one for whether it stalls.
/// </summary>
internal static class DrawTable
{
    private static ReadOnlySpan<int> Durations =>
    [
        Slot.Register, Slot.Assign, Slot.Draft, Slot.OwnWork,
        Slot.DirectiveDelivery, Slot.ReportDelivery, Slot.ReminderDelivery,
    ];

    public static void Write<TDraws>(string path, int bodies, int directives, TDraws draws)
        where TDraws : struct, IDraws
    {
        using var file = new BufferedStream(File.Create(path), 1 << 16);
        Span<byte> minutes = stackalloc byte[sizeof(int)];
        for (var body = 0; body < bodies; body++)
        {
            for (var directive = 0; directive < directives; directive++)
            {
                foreach (var slot in Durations)
                {
                    BinaryPrimitives.WriteInt32LittleEndian(minutes, draws.Minutes(body, directive, slot));
                    file.Write(minutes);
                }
            }
        }

        for (var body = 0; body < bodies; body++)
        {
            for (var directive = 0; directive < directives; directive++)
            {
                file.WriteByte(draws.Complies(body, directive) ? (byte)1 : (byte)0);
                file.WriteByte(draws.Stalls(body, directive) ? (byte)1 : (byte)0);
            }
        }
    }
}
