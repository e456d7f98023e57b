using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// What a channel does with papers beside taking its time and losing some: when they leave, how often handing over is
/// tried, whom they find. The exchange axis, e-mail, post, a meeting and the telephone are all made of this.
/// </summary>
public sealed class CompiledCarriage
{
    private CompiledCarriage(Channel channel, Model model)
    {
        Departures = CompiledDepartures.Of(channel.Leaves, model);
        Fails = channel.Fails;
        RetriesAfter = Math.Max(1, channel.RetriesAfter.Minutes);
        MostRetries = channel.MostRetries is >= 0 and <= Channel.LargestRetries ? channel.MostRetries
            : throw new ModelException($"'{channel.Id}' tries again 0 to {Channel.LargestRetries} times.");
        Absent = channel.Absent;
        AbsentAfter = channel.AbsentAfter?.Minutes ?? -1;
        NeedsClerk = channel.NeedsClerk;
        Unseen = channel.Unseen;
        NoticedAfter = channel.NoticedAfter is { } later ? Math.Max(1, later.Minutes) : -1;
        Unsent = channel.Unsent;
        Duplicates = channel.Duplicates;
        Acknowledgement = channel.Acknowledgement is not { Resends: < 0 or > AcknowledgementRule.MostResends }
            ? channel.Acknowledgement
            : throw new ModelException($"By '{channel.Id}' a paper is sent again 0 to {AcknowledgementRule.MostResends} times.");
    }

    /// <summary>At which moments papers leave; <c>null</c>: at any.</summary>
    public CompiledDepartures? Departures { get; }

    /// <summary>How likely an attempt fails.</summary>
    internal double Fails { get; }

    /// <summary>Minutes from a failed attempt to the next.</summary>
    internal int RetriesAfter { get; }

    /// <summary>How many attempts there are after the first.</summary>
    internal int MostRetries { get; }

    /// <summary>How likely an addressee is not there.</summary>
    internal double Absent { get; }

    /// <summary>How many minutes later he gets his; -1: never.</summary>
    internal int AbsentAfter { get; }

    /// <summary>Whether it reaches a body only while its clerk is at work.</summary>
    internal bool NeedsClerk { get; }

    /// <summary>The share of papers that nobody looks at.</summary>
    internal double Unseen { get; }

    /// <summary>How many minutes later they are noticed; -1: not by themselves.</summary>
    internal int NoticedAfter { get; }

    /// <summary>The share of consolidated reports that are not sent.</summary>
    internal double Unsent { get; }

    /// <summary>The share of directives that are sent a second time.</summary>
    internal double Duplicates { get; }

    /// <summary>How directives are acknowledged; <c>null</c>: not.</summary>
    internal AcknowledgementRule? Acknowledgement { get; }

    /// <summary>By place of the channel; <c>null</c> for those that do none of it, and for all if none does any.</summary>
    internal static CompiledCarriage?[]? AllOf(Model model)
    {
        CompiledCarriage?[] carriages =
            [.. model.Channels.Select(channel => IsPlain(channel) ? null : new CompiledCarriage(channel, model))];
        return Array.TrueForAll(carriages, carriage => carriage is null) ? null : carriages;
    }

    /// <summary>
    /// How many attempts fail before one succeeds: at least k with the probability of a failure to the power k.
    /// It stops counting where trying does.
    /// </summary>
    /// <param name="unit">A draw.</param>
    internal int Failures(double unit)
    {
        var failures = 0;
        for (var still = Fails; unit < still && failures <= MostRetries; still *= Fails)
        {
            failures++;
        }

        return failures;
    }

    internal void AddTo(ref Hash128 hash)
    {
        hash.Add(Departures is not null);
        Departures?.AddTo(ref hash);
        hash.Add(Fails);
        hash.Add(RetriesAfter, MostRetries);
        hash.Add(Absent);
        hash.Add(AbsentAfter);
        hash.Add(NeedsClerk);
        hash.Add(Unseen);
        hash.Add(NoticedAfter);
        hash.Add(Unsent);
        hash.Add(Duplicates);
        hash.Add(Acknowledgement is not null);
        hash.Add(Acknowledgement?.Within?.Minutes ?? -1, Acknowledgement?.Resends ?? 0);
    }

    private static bool IsPlain(Channel channel) =>
        channel.Fails <= 0 && channel.Leaves is null && channel.Absent <= 0 && !channel.NeedsClerk
        && channel.Unseen <= 0 && channel.Unsent <= 0 && channel.Duplicates <= 0 && channel.Acknowledgement is null;
}
