using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Channels that leave at hours, are tried again, miss people and call only at work, by dice of their own, in a
/// made-up model.
/// </summary>
internal sealed class GeneratedChannels(Dice dice, Model model)
{
    public static Model In(Model model, int seed) =>
        new GeneratedChannels(new Dice((ulong)seed ^ 0xC4A_77E1), model).Make();

    private Model Make() => dice.Falls(0.4) ? model : model with { Channels = [.. model.Channels.Select(Peculiar)] };

    private Channel Peculiar(Channel channel) => channel with
    {
        Fails = dice.Pick(0, 0.1, 0.6),
        RetriesAfter = new TickSpan(dice.Between(1, 40)),
        MostRetries = dice.Between(0, 5),
        Leaves = dice.Falls(0.3) ? Rule() : null,
        Absent = dice.Pick(0, 0, 0.2),
        AbsentAfter = dice.Falls(0.5) ? new TickSpan(dice.Between(0, 4000)) : null,
        NeedsClerk = dice.Falls(0.3),
        Unseen = dice.Pick(0, 0.1, 0.5),
        NoticedAfter = dice.Falls(0.5) ? new TickSpan(dice.Between(1, 6000)) : null,
        Unsent = dice.Pick(0, 0.1, 0.6),
        Duplicates = dice.Pick(0, 0, 0.2),
        Acknowledgement = dice.Falls(0.5)
            ? new AcknowledgementRule
            {
                Within = dice.Falls(0.5) ? new TickSpan(dice.Between(1, 3000)) : null,
                Resends = dice.Between(0, 3),
            }
            : null,
    };

    private DepartureRule Rule() => dice.Falls(0.8)
        ? new DepartureRule
        {
            At = dice.Falls(0.5) ? [600, 960] : [dice.Below(1440)],
            Day = dice.Falls(0.3) ? (DayOfWeek)dice.Below(7) : null,
            Calendar = dice.Falls(0.5) ? "office" : null,
        }
        : new DepartureRule
        {
            Moments = [new CivilTime(2021, 5, 3, 8, 0), new CivilTime(2021, 5, 17, 8, 0), new CivilTime(2021, 7, 1, 14, 0)],
        };
}
