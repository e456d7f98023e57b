using System.Numerics;

namespace Simulator.Benchmarks.Cascade;

/// <summary>
/// The one server of a body with its two first-come queues, in eight bytes: a waiting directive is a
/// nibble (its number plus one), so that a queue is a small integer. Holds for at most eleven directives.
/// </summary>
internal struct Clerk
{
    private uint _normal;
    private ushort _urgent;

    /// <summary>The most directives that the nibbles hold.</summary>
    public const int MaxDirectives = 11;

    public bool Busy;

    public readonly bool HasWaiting => (_normal | _urgent) != 0;

    public static bool IsUrgent(int directive) => directive % 3 == 2;

    public void Enqueue(int directive)
    {
        if (IsUrgent(directive))
            _urgent |= (ushort)((uint)(directive + 1) << FirstFree(_urgent));
        else
            _normal |= (uint)(directive + 1) << FirstFree(_normal);
    }

    /// <summary>Takes the longest waiting urgent directive, else the longest waiting one.</summary>
    public int Dequeue()
    {
        int head;
        if (_urgent != 0)
        {
            head = (_urgent & 15) - 1;
            _urgent >>= 4;
        }
        else
        {
            head = (int)(_normal & 15) - 1;
            _normal >>= 4;
        }

        return head;
    }

    private static int FirstFree(uint queue) => (35 - BitOperations.LeadingZeroCount(queue)) & ~3;
}
