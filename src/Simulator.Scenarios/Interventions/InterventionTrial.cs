using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>
/// Puts interventions in force before anything is played, so that what cannot be in force in the middle of a run is
/// told with its place: those with a moment one after another, as the director does; those that wait for a
/// condition each alone, since nobody knows what they will follow.
/// </summary>
internal sealed class InterventionTrial
{
    // A model of a whole country takes seconds to make; what is wrong with it is then told by the run.
    private const int MostBodies = 20_000;

    private readonly CompiledModel _compiled;
    private readonly ActPlaces _places;
    private readonly ProblemList _problems;
    private readonly SortedSet<(int Tick, bool Begins, int Place)> _agenda = [];
    private List<InForce> _inForce = [];

    private InterventionTrial(CompiledModel compiled, ActPlaces places, ProblemList problems)
    {
        _compiled = compiled;
        _places = places;
        _problems = problems;
    }

    /// <summary>Reports what cannot be in force, at its place.</summary>
    public static void Run(Model model, MapNode whole, ProblemList problems)
    {
        if (model.Interventions.Count == 0 || model.Bodies.Count > MostBodies)
        {
            return;
        }

        CompiledModel compiled;
        try
        {
            compiled = ModelCompiler.Compile(model);
        }
        catch (ModelException)
        {
            return; // it is told of the scenario as a whole
        }

        var trial = new InterventionTrial(compiled, new ActPlaces(whole), problems);
        trial.InTurn();
        trial.Alone();
    }

    private void InTurn()
    {
        for (int place = 0; place < _compiled.Interventions.Count; place++)
        {
            if (_compiled.Interventions[place].Source.At is { } at)
            {
                _agenda.Add((at.Value, true, place));
            }
        }

        while (_agenda.Count > 0 && _agenda.Min.Tick <= _compiled.Until)
        {
            int tick = _agenda.Min.Tick;
            Begin(tick, Due(tick));
        }
    }

    private void Alone()
    {
        for (int place = 0; place < _compiled.Interventions.Count; place++)
        {
            if (_compiled.Interventions[place].Source.When is not null)
            {
                _inForce = [];
                Begin(0, [place]);
            }
        }
    }

    /// <summary>Ends what ends at a tick; the interventions that begin there, in the director's order.</summary>
    private List<int> Due(int tick)
    {
        var begins = new List<int>();
        while (_agenda.Count > 0 && _agenda.Min.Tick == tick)
        {
            var (_, isBeginning, place) = _agenda.Min;
            _agenda.Remove(_agenda.Min);
            if (!isBeginning)
            {
                _inForce.RemoveAll(each => each.Intervention == place);
            }
            else
            {
                begins.Add(place);
                if (_compiled.Interventions[place].Source.For is { } length && length.Minutes < _compiled.Until - tick)
                {
                    _agenda.Add((tick + Math.Max(1, length.Minutes), false, place));
                }
            }
        }

        return begins;
    }

    private void Begin(int tick, List<int> begins)
    {
        InForce[] begun =
            [.. begins.Where(place => _compiled.Interventions[place].ChangesModel).Select(place => new InForce(place, tick))];
        if (Refusal(_compiled, [.. _inForce, .. begun]) is null)
        {
            _inForce.AddRange(begun);
        }
        else
        {
            OneByOne(begun);
        }

        foreach (int place in begins)
        {
            TellIdle(place);
        }
    }

    /// <summary>One of those that begin together is refused, or what is left when another has ended.</summary>
    private void OneByOne(InForce[] begun)
    {
        if (begun.Length == 0)
        {
            var last = _inForce[^1];
            _inForce.RemoveAt(_inForce.Count - 1);
            begun = [last];
        }

        foreach (var each in begun)
        {
            if (Refusal(_compiled, [.. _inForce, each]) is { } message)
            {
                Tell(each, message);
            }
            else
            {
                _inForce.Add(each);
            }
        }
    }

    private void Tell(InForce refused, string message)
    {
        var source = _compiled.Interventions[refused.Intervention].Source;
        int act = FirstRefused(refused, source);
        string what = source.Acts[act] is SettingAct set
            ? $"'{ScalarNode.Excerpt(set.Path)}' cannot be set: {message}"
            : message;
        string? right = IsOfMidRun(message) ? "Write it as a variant, which holds from the start." : null;
        _problems.Error(_places.Of(source, act), what, right);
    }

    /// <summary>What makes sense, only not in the middle of a run, and does not say so itself.</summary>
    private static bool IsOfMidRun(string message) =>
        message.StartsWith("In force", StringComparison.Ordinal) && !message.Contains("in a variant", StringComparison.Ordinal);

    /// <summary>The act without which those before it could be in force.</summary>
    private int FirstRefused(InForce refused, Intervention source)
    {
        var (accepted, rejected) = (0, source.Acts.Count);
        while (rejected - accepted > 1)
        {
            int middle = (accepted + rejected) / 2;
            var part = source with { Acts = [.. source.Acts.Take(middle)] };
            var model = _compiled.Source with
            {
                Interventions = [.. _compiled.Source.Interventions.Select(each => each.Id == source.Id ? part : each)],
            };
            bool isRefused = Refusal(ModelCompiler.Compile(model), [.. _inForce, refused]) is not null;
            (accepted, rejected) = isRefused ? (accepted, middle) : (middle, rejected);
        }

        return accepted;
    }

    /// <summary>Warns of what is done to nobody who is still there.</summary>
    private void TellIdle(int place)
    {
        if (Refusal(_compiled, [.. _inForce]) is not null)
        {
            return;
        }

        var intervention = _compiled.Interventions[place];
        var model = _compiled.Under([.. _inForce]);
        for (int act = 0; act < intervention.Bodies.Count; act++)
        {
            var bodies = intervention.Bodies[act];
            if (bodies.Count > 0 && bodies.All(body => IsGone(model, body)))
            {
                string names = string.Join(", ", bodies.Take(3).Select(body => $"'{model.Bodies[body].Id}'"));
                string others = bodies.Count > 3 ? " and all others meant" : "";
                _problems.Warning(
                    _places.Of(intervention.Source, act),
                    bodies.Count == 1 ? $"{names} is dissolved by then, so that nothing is done to it."
                        : $"{names}{others} are dissolved by then, so that nothing is done to them.",
                    "Name those who have taken over, or let it begin sooner.");
            }
        }
    }

    private static bool IsGone(CompiledModel model, int body) =>
        model.Bodies[body].Dissolved is not null || model.Organisation?.SuccessorOf(body) >= 0;

    private static string? Refusal(CompiledModel compiled, InForce[] inForce)
    {
        try
        {
            compiled.Under(inForce);
            return null;
        }
        catch (ModelException refused)
        {
            return refused.Message;
        }
    }
}
