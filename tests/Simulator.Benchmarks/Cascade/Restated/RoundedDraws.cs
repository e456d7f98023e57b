using Simulator.Benchmarks.Cascade.Published;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>The published model's draws, rounded half up to whole minutes.</summary>
internal readonly struct RoundedDraws(ulong seed) : IDraws
{
    private const long Minute = 60_000_000;

    private readonly SplitMixDraws _draws = new(seed);

    public int Minutes(int body, int directive, int slot) => slot switch
    {
        Slot.Register => Rounded(_draws.Register(body, directive)),
        Slot.Assign => Rounded(_draws.Assign(body, directive)),
        Slot.Draft => Rounded(_draws.Draft(body, directive)),
        Slot.OwnWork => Rounded(_draws.OwnWork(body, directive)),
        Slot.DirectiveDelivery => AtLeastOne(_draws.DirectiveDelivery(body, directive)),
        Slot.ReportDelivery => AtLeastOne(_draws.ReportDelivery(body, directive)),
        Slot.ReminderDelivery => AtLeastOne(_draws.ReminderDelivery(body, directive)),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "This slot is not a duration."),
    };

    public bool Complies(int body, int directive) => _draws.Complies(body, directive);

    public bool Stalls(int body, int directive) => _draws.Stalls(body, directive);

    private static int Rounded(long microseconds) => (int)((microseconds + Minute / 2) / Minute);

    private static int AtLeastOne(long microseconds) => Math.Max(1, Rounded(microseconds));
}
