using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>Changes to what channels do beside taking their time.</summary>
internal static partial class ModelChanges
{
    private static Dictionary<string, Func<Model, Model>> OfChannels => new()
    {
        ["Channel.Fails"] = model => Post(model, channel => channel with { Fails = 0.2 }),
        ["Channel.RetriesAfter"] = model => Post(model, channel => channel with { RetriesAfter = new TickSpan(11) }),
        ["Channel.MostRetries"] = model => Post(model, channel => channel with { MostRetries = 4 }),
        ["Channel.Leaves"] = model => Post(model, channel => channel with { Leaves = null }),
        ["Channel.Absent"] = model => Post(model, channel => channel with { Absent = 0.2 }),
        ["Channel.AbsentAfter"] = model => Post(model, channel => channel with { AbsentAfter = null }),
        ["Channel.NeedsClerk"] = model => Post(model, channel => channel with { NeedsClerk = true }),
        ["Channel.Unseen"] = model => Post(model, channel => channel with { Unseen = 0.2 }),
        ["Channel.NoticedAfter"] = model => Post(model, channel => channel with { NoticedAfter = null }),
        ["Channel.Unsent"] = model => Post(model, channel => channel with { Unsent = 0.2 }),
        ["Channel.Acknowledgement"] = model => Post(model, channel => channel with { Acknowledgement = null }),
        ["Channel.Duplicates"] = model => Post(model, channel => channel with { Duplicates = 0.2 }),
        ["AcknowledgementRule.Within"] = model => Post(
            model, channel => channel with { Acknowledgement = channel.Acknowledgement! with { Within = null } }),
        ["AcknowledgementRule.Resends"] = model => Post(
            model, channel => channel with { Acknowledgement = channel.Acknowledgement! with { Resends = 2 } }),
        ["DepartureRule.At"] = model => Leaving(model, rule => rule with { At = [600] }),
        ["DepartureRule.Day"] = model => Leaving(model, rule => rule with { Day = null }),
        ["DepartureRule.Calendar"] = model => Leaving(model, rule => rule with { Calendar = "evening" }),
        ["DepartureRule.Moments"] = model => Leaving(
            model, rule => rule with { At = [], Moments = [new CivilTime(2021, 3, 20, 8, 0)] }),
    };

    private static Model Leaving(Model model, Func<DepartureRule, DepartureRule> change) =>
        Post(model, channel => channel with { Leaves = change(channel.Leaves!) });
}
