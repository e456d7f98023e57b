using Simulator.Kernel.Chance;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>The kernel's own draws, keyed as the kernel keys them.</summary>
internal readonly struct KernelDraws : IDraws
{
    private static readonly uint s_own = Hash64.Upper("own");

    private readonly ChanceKey _chance;
    private readonly ulong[] _bodies;
    private readonly ulong[] _roots;
    private readonly int[] _parents;

    public KernelDraws(ulong seed, Hierarchy hierarchy, int directives, int replication = 0)
    {
        _chance = new ChanceKey(seed, replication);
        _bodies = [.. Enumerable.Range(0, hierarchy.Count).Select(body => Hash64.Of(CascadeModel.BodyId(body)))];
        _roots = [.. Enumerable.Range(0, directives).Select(each => Hash64.Of(CascadeModel.DirectiveId(each)))];
        _parents = hierarchy.Parents;
    }

    public static KernelDraws Create(Case @case, ulong seed) =>
        new(seed, new Hierarchy(@case.Depth), @case.Directives);

    public int Minutes(int body, int directive, int slot)
    {
        var (here, root) = (_bodies[body], _roots[directive]);
        return slot switch
        {
            Slot.Register => CascadeModel.Register.Minutes(_chance.Unit(here, root, Purpose.Register, 0)),
            Slot.Assign => CascadeModel.Assign.Minutes(_chance.Unit(here, root, Purpose.Assign, 0)),
            Slot.Draft => CascadeModel.Draft.Minutes(_chance.Unit(here, root, Purpose.Draft, 0)),
            Slot.OwnWork => CascadeModel.OwnWork.Minutes(_chance.Unit(here, root, Purpose.CarryOut, s_own)),
            Slot.ReportDelivery => body == 0 ? 1 : Math.Max(1, CascadeModel.ReportDelivery.Minutes(
                _chance.Arrow(here, _bodies[_parents[body]], root, Purpose.TravelReport, 0))),
            _ => Down(body, directive, slot == Slot.DirectiveDelivery),
        };
    }

    private int Down(int body, int directive, bool isDirective)
    {
        if (body == 0)
            return 1;
        var (from, to, root) = (_bodies[_parents[body]], _bodies[body], _roots[directive]);
        return Math.Max(1, isDirective
            ? CascadeModel.Delivery.Minutes(_chance.Arrow(from, to, root, Purpose.Travel, 0))
            : CascadeModel.ReminderDelivery.Minutes(_chance.Arrow(from, to, root, Purpose.TravelReminder, 0)));
    }

    public bool Complies(int body, int directive) =>
        _chance.Unit(_bodies[body], _roots[directive], Purpose.Outcome, s_own) >= CascadeModel.NotComplying;

    public bool Stalls(int body, int directive) =>
        _chance.Unit(_bodies[body], _roots[directive], Purpose.Willingness, s_own) < CascadeModel.Stalling;
}
