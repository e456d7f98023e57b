using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// A made-up hierarchy with all that the kernel knows to do, mixed by dice: levels on two lines, calendars,
/// urgency, stalls, losses, approvals, prompt reports, cut-offs, reminders, second routes, pinned papers.
/// </summary>
internal sealed class GeneratedModel
{
    private readonly ulong _seed;
    private readonly Dice _dice;
    private readonly int _depth;
    private readonly List<Body> _bodies = [];
    private readonly List<int> _levels = [];

    private GeneratedModel(ulong seed)
    {
        _seed = seed;
        _dice = new Dice(seed);
        _depth = _dice.Between(1, 4);
    }

    public static Model Of(int seed)
    {
        var model = new GeneratedModel((ulong)seed).Make();
        model = GeneratedReporting.AddTo(model, (ulong)seed);
        model = GeneratedContent.MixedInto(model, seed);
        model = GeneratedLoad.On(model, (ulong)seed);
        model = GeneratedDesks.In(model, seed);
        model = GeneratedCoordination.In(model, (ulong)seed);
        model = GeneratedQuestions.In(model, seed);
        model = GeneratedFlights.On(model, seed);
        model = GeneratedRestructuring.Of(model, seed);
        model = GeneratedSupervision.AddTo(model, (ulong)seed);
        model = GeneratedLines.On(model, (ulong)seed);
        return GeneratedChannels.In(model, seed);
    }

    /// <summary>The hierarchy and its papers without what is mixed in afterwards.</summary>
    public static Model WithoutMechanisms(int seed) => new GeneratedModel((ulong)seed).Make();

    private Model Make()
    {
        AddStateBodies(_dice.Between(2, 45));
        if (_dice.Falls(0.6))
        {
            AddPartyBodies(_dice.Between(1, 12));
        }

        var kinds = new GeneratedKinds(_dice);
        var documents = new GeneratedDirectives(_dice, _bodies, _depth);
        Directive[] directives = [.. documents.Make()];
        var model = new Model
        {
            Scenario = "generated",
            Axis = new TimeAxis(new CivilTime(2021, 4, _dice.Between(26, 30), _dice.Between(0, 23), 17)),
            Until = TickSpan.FromDays(90),
            Levels = [.. Enumerable.Range(0, _depth + 1).Select(level => $"level-{level}")],
            Lines = [Sketch.State, "party"],
            Calendars = new Dictionary<string, CalendarRule>
            {
                ["office"] = Time.Vietnam2021.Rule(),
                ["mornings"] = Mornings(),
            },
            Channels = kinds.Channels(),
            Kinds =
            [
                .. Enumerable.Range(0, _depth + 1).Select(level => kinds.State(level)),
                .. Enumerable.Range(1, _depth).Select(level => kinds.Party(level)),
            ],
            Bodies = _bodies,
            Directives = directives,
            Pinned = [.. documents.Pinned(directives)],
        };
        return GeneratedConduct.AddTo(model, _seed);
    }

    private void AddStateBodies(int count)
    {
        Add(Sketch.Body("b/0", "state-0"), 0);
        for (var place = 1; place <= count; place++)
        {
            var superior = _dice.Below(place);
            while (_levels[superior] == _depth)
            {
                superior = _dice.Below(superior);
            }

            var level = _levels[superior] + 1;
            var body = Sketch.Body($"b/{place}", $"state-{level}", $"b/{superior}");
            if (_dice.Falls(0.1) && Above(level, place) is { } second && second != $"b/{superior}")
            {
                body = body with { Under = [.. body.Under, new("party", second)] };
            }

            Add(Peculiar(body), level);
        }
    }

    private void AddPartyBodies(int count)
    {
        var state = _bodies.Count;
        for (var place = 0; place < count; place++)
        {
            var led = _dice.Between(1, state - 1);
            var level = _levels[led];
            Add(
                Sketch.Body($"p/{place}", $"party-{level}") with
                {
                    Under = [new("party", Above(level, state)!)],
                    Leads = [_bodies[led].Id],
                    Groups = _dice.Falls(0.5) ? ["committees"] : [],
                },
                level);
        }
    }

    private void Add(Body body, int level)
    {
        _bodies.Add(body);
        _levels.Add(level);
    }

    private string? Above(int level, int before)
    {
        var candidates = Enumerable.Range(0, before).Where(place => _levels[place] < level).ToArray();
        return candidates.Length == 0 ? null : _bodies[_dice.Pick(candidates)].Id;
    }

    private Body Peculiar(Body body) => body with
    {
        Heads = _dice.Falls(0.2) ? new HeadCounts(Clerk: _dice.Between(1, 3), Staff: 2) : new HeadCounts(),
        Conduct = _dice.Falls(0.2) ? new ConductRule { Stall = 0.5, Ignore = 0.2, Partly = 0.3 } : null,
        Channel = _dice.Falls(0.2) ? "post" : null,
        LastNumber = _dice.Below(500),
        Closures = _dice.Falls(0.1)
            ? [new Closure(new CivilTime(2021, 5, 4, 9, 0), new CivilTime(2021, 5, 6, 9, 30))]
            : [],
    };

    private static CalendarRule Mornings() => new()
    {
        Name = "mornings",
        Week = WeekHours.Weekdays(new WorkingHours(new DayInterval(480, 700))),
        NominalDay = 220,
        FirstDay = new CivilDate(2021, 1, 1),
        LastDay = new CivilDate(2021, 12, 31),
    };
}
