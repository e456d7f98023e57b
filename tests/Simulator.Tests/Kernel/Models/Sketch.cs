using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Small models in code. What a sketch leaves open is the least that a model can have: one person in each
/// post, always at work, a channel that takes one minute, steps that are absent. Tests change the rest
/// with <c>with</c>.
/// </summary>
internal static class Sketch
{
    public const string State = "state";

    public const string Wire = "wire";

    /// <summary>A Monday morning in 2021, half an hour after offices open.</summary>
    public static readonly TimeAxis Axis = new(new CivilTime(2021, 3, 1, 8, 0));

    public static Resource Heads(int heads, string? calendar = null) =>
        new() { Heads = heads, Calendar = calendar };

    public static StepRule Takes(Step step, Post? by, Distribution law, bool sameServer = false) =>
        new() { Step = step, By = by, Takes = [law], SameServer = sameServer };

    public static StepRule Takes(Step step, Post? by, double minutes) =>
        Takes(step, by, Distribution.Constant(minutes));

    /// <summary>A kind that is alone on a level of the same name and relays to those below it.</summary>
    public static BodyKind Kind(string id, params IReadOnlyList<StepRule> steps) => new()
    {
        Id = id,
        Level = id,
        Line = State,
        Clerk = Heads(1),
        Leadership = Heads(1),
        Staff = Heads(1),
        Steps = steps,
        RelaysTo = [Selector.Subordinates],
        Channel = Wire,
    };

    public static Body Body(string id, string kind, string? under = null) => new()
    {
        Id = id,
        Kind = kind,
        Under = under is null ? [] : [new(State, under)],
    };

    public static Assignment Duty(string id, Distribution takes) => new()
    {
        Id = id,
        By = [Selector.EachAddressee],
        Takes = takes,
    };

    public static Assignment Duty(string id, double minutes) => Duty(id, Distribution.Constant(minutes));

    public static Directive Directive(string id, string from, params IReadOnlyList<Assignment> assignments) =>
        new() { Id = id, From = from, Issued = Tick.Start, To = [Selector.Subordinates], Assignments = assignments };

    public static Model Model(
        IReadOnlyList<BodyKind> kinds, IReadOnlyList<Body> bodies, params IReadOnlyList<Directive> directives) =>
        new()
        {
            Scenario = "sketch",
            Axis = Axis,
            Until = TickSpan.FromDays(200),
            Levels = [.. kinds.Select(kind => kind.Level).Distinct()],
            Lines = [.. kinds.Select(kind => kind.Line).Distinct()],
            Calendars = new Dictionary<string, CalendarRule>(),
            Channels = [new Channel { Id = Wire, Delay = Distribution.Constant(1) }],
            Kinds = kinds,
            Bodies = bodies,
            Directives = directives,
        };

    /// <summary>
    /// Bodies <c>b/0</c>, <c>b/1</c>, … below one another, of the kinds <c>level-0</c>, <c>level-1</c>, …
    /// </summary>
    public static IReadOnlyList<Body> Chain(int length) => Tree(length - 1, 1);

    /// <summary>The same with several below each; the root <c>b/0</c> is of the kind <c>level-0</c>.</summary>
    public static IReadOnlyList<Body> Tree(int depth, int fanOut)
    {
        var bodies = new List<Body> { Body("b/0", "level-0") };
        var first = 0;
        for (var level = 1; level <= depth; level++)
        {
            var last = bodies.Count;
            for (var superior = first; superior < last; superior++)
            {
                for (var below = 0; below < fanOut; below++)
                {
                    bodies.Add(Body($"b/{bodies.Count}", $"level-{level}", bodies[superior].Id));
                }
            }

            first = last;
        }

        return bodies;
    }
}
