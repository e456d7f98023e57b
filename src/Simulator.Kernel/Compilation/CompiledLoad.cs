using Simulator.Kernel.Chance;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>The other papers of the day as a kind of body has them; a kind without any has none of this.</summary>
public sealed class CompiledLoad
{
    private CompiledLoad(LoadRule rule, double openShare)
    {
        Urgent = rule.Urgent;
        Backlog = rule.Backlog;
        Gaps = [GapOf(rule.Incoming * rule.Times, openShare), GapOf(rule.Outgoing * rule.Times, openShare)];
    }

    /// <summary>The share of the papers that are marked urgent.</summary>
    public double Urgent { get; }

    /// <summary>Incoming papers that wait to be settled when the run begins.</summary>
    public int Backlog { get; }

    /// <summary>
    /// By stream, incoming and outgoing: the time between two papers, in open minutes of the clerk;
    /// <c>null</c>: none come.
    /// </summary>
    public IReadOnlyList<Distribution?> Gaps { get; }

    /// <summary>
    /// The root of the draws of a stream; no directive can have it, for an id has no spaces in it.
    /// </summary>
    internal static ulong[] Roots { get; } = [Hash64.Of("other papers in"), Hash64.Of("other papers out")];

    /// <summary>Of a kind; <c>null</c>: it has no other papers.</summary>
    /// <exception cref="ModelException">Its clerk never works, or a number is not one of papers.</exception>
    internal static CompiledLoad? Of(BodyKind kind, IReadOnlyDictionary<string, CalendarRule> calendars)
    {
        if (kind.Load is not { } rule)
        {
            return null;
        }

        double[] numbers = [rule.Incoming, rule.Outgoing, rule.Times, rule.Backlog];
        if (!numbers.All(number => number >= 0 && double.IsFinite(number)) || !(rule.Urgent is >= 0 and <= 1))
        {
            throw new ModelException($"The load of the kind '{kind.Id}' has a number below 0 or a share above 1.");
        }

        var load = new CompiledLoad(rule, OpenShare(kind, calendars));
        return load.Backlog > 0 || load.Gaps.Any(gap => gap is not null) ? load : null;
    }

    /// <summary>The steps of a paper of a stream: the kind's own, and what the load says.</summary>
    internal static IEnumerable<CompiledStep> WayOf(
        LoadRule rule, Flow flow, Dictionary<Step, CompiledStep> steps)
    {
        if (flow == Flow.OtherIn)
        {
            var settles = rule.Settles is { } law
                ? [new CompiledStep(Step.None, (byte)Post.Staff, Purpose.Settle, law)]
                : Array.Empty<CompiledStep>();
            return [.. Own(steps, Step.Register, Step.Assign), .. settles];
        }

        var draft = rule.Drafts is not { } drafts ? Own(steps, Step.Draft)
            : steps.TryGetValue(Step.Draft, out var own) ? [new CompiledStep(own, drafts)]
            : [new CompiledStep(Step.Draft, (byte)Post.Staff, Purpose.Draft, drafts)];
        return [.. draft, .. Own(steps, Step.Sign, Step.Issue)];
    }

    private static IEnumerable<CompiledStep> Own(Dictionary<Step, CompiledStep> steps, params Step[] way) =>
        way.Where(steps.ContainsKey).Select(step => steps[step]);

    private static Distribution? GapOf(double perDay, double openShare) =>
        perDay > 0 ? Distribution.Exponential(openShare * CivilTime.MinutesPerDay / perDay) : null;

    /// <summary>The share of an ordinary week in which the clerk is at work.</summary>
    private static double OpenShare(BodyKind kind, IReadOnlyDictionary<string, CalendarRule> calendars)
    {
        if (kind.Clerk.Calendar is not { } name || !calendars.TryGetValue(name, out var rule))
        {
            return 1;
        }

        var open = Enum.GetValues<DayOfWeek>().Sum(day => rule.Week[day].Minutes);
        return open > 0
            ? open / (7.0 * CivilTime.MinutesPerDay)
            : throw new ModelException(
                $"The kind '{kind.Id}' has other papers, and its clerk never works: '{name}' has no hours.");
    }
}
