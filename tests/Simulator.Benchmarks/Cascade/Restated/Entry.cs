namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// A pending event within its minute, as a number that sorts into the restated model's order: body;
/// phase; the place within the phase; then what it is. What ends is placed by (directive, step), a
/// delivery by (rank, sender, the sender's message number), a timer by (kind, directive).
/// </summary>
internal static class Entry
{
    private const int DirectiveBits = 4;
    private const int KindBits = 4;
    private const int MessageBits = 14;
    private const int BodyBits = 17;
    private const int RankBits = 2;
    private const int PhaseBits = 2;
    private const int SenderAt = DirectiveBits + KindBits + MessageBits;
    private const int RankAt = SenderAt + BodyBits;
    private const int PhaseAt = RankAt + RankBits;
    private const int BodyAt = PhaseAt + PhaseBits;

    private const ulong EndPhase = 0;
    private const ulong DeliveryPhase = 1;
    private const ulong TimerPhase = 2;

    // The rank of a delivery by its kind: directives, then reports, then reminders.
    private static ReadOnlySpan<byte> Ranks => [0, 0, 0, 0, 0, 1, 0, 2, 0];

    public static ulong End(int body, int kind, int directive) => Make(body, EndPhase,
        ((ulong)(uint)directive << DirectiveBits) | (ulong)(uint)kind, kind, directive);

    public static ulong Delivery(int body, int kind, int directive, int sender, int message) =>
        Make(body, DeliveryPhase, ((ulong)Ranks[kind] << (BodyBits + MessageBits))
            | ((ulong)(uint)sender << MessageBits) | (ulong)(uint)message, kind, directive);

    public static ulong Timer(int body, int kind, int directive) => Make(body, TimerPhase,
        ((ulong)(uint)kind << DirectiveBits) | (ulong)(uint)directive, kind, directive);

    public static int Body(ulong entry) => (int)(entry >> BodyAt);

    public static int Kind(ulong entry) => (int)(entry >> DirectiveBits) & ((1 << KindBits) - 1);

    public static int Directive(ulong entry) => (int)entry & ((1 << DirectiveBits) - 1);

    public static int Sender(ulong entry) => (int)(entry >> SenderAt) & ((1 << BodyBits) - 1);

    private static ulong Make(int body, ulong phase, ulong place, int kind, int directive) =>
        ((ulong)(uint)body << BodyAt) | (phase << PhaseAt) | (place << (DirectiveBits + KindBits))
        | ((ulong)(uint)kind << DirectiveBits) | (ulong)(uint)directive;
}
