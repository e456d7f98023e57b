using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Silos;

/// <summary>
/// Reads texts such as <c>generated 7</c>: a hierarchy made up from a seed. Other texts are poison. An inject is
/// another seed, for what a director does, and perhaps a tick, as in <c>5 at 120</c>.
/// </summary>
internal sealed class MadeUpModels : IModelSource
{
    /// <summary>
    /// A text that is no scenario, one on which the reader breaks, and one whose bodies break.
    /// </summary>
    public const string Refused = "refused", Breaking = "breaking", Torn = "torn";

    /// <summary>An inject that is none, one on which the reader breaks, and one that does not compile.</summary>
    public const string Unheard = "unheard", Broken = "broken", Unmade = "unmade";

    private readonly ConcurrentDictionary<string, Hold> held = [];

    public static RunOrder Order(int seed) => new()
    {
        Text = TextOf(seed),
        Model = ModelOf(seed),
        Options = new RunOptions { Seed = (ulong)seed },
    };

    public static string TextOf(int seed) => string.Create(CultureInfo.InvariantCulture, $"generated {seed}");

    /// <summary>A text with injects of these seeds, each from a tick on.</summary>
    public static string TextOf(int seed, params (int Inject, int Tick)[] injects) =>
        string.Concat([TextOf(seed), .. injects.Select(inject => With(inject.Inject, inject.Tick))]);

    public static CompiledModel ModelOf(int seed) => ModelCompiler.Compile(GeneratedModel.Of(seed));

    /// <summary>The model of a text that is not poison.</summary>
    public static CompiledModel ModelOf(string text)
    {
        var words = text.Split("; ");
        var model = GeneratedModel.Of(int.Parse(words[0]["generated ".Length..], CultureInfo.InvariantCulture));
        return ModelCompiler.Compile(words[1..].Aggregate(model, WithInject));
    }

    /// <summary>Has every silo wait before it reads a text, until it is let go.</summary>
    public Hold HoldBack(string text) => held[text] = new Hold();

    public CompiledModel Load(string text)
    {
        if (held.TryGetValue(text, out var hold))
        {
            hold.Wait();
        }

        return text switch
        {
            Refused => throw new ModelException("line 3: there is no body 'wards/7'"),
            Breaking => throw new InvalidOperationException("Sequence contains no elements"),
            Torn => WithoutChannels(),
            _ when text.EndsWith(Unmade, StringComparison.Ordinal) => throw new ModelException("Nobody can do that."),
            _ => ModelOf(text),
        };
    }

    public string Inject(string text, string injects, int notBefore)
    {
        switch (injects)
        {
            case Unheard:
                throw new ModelException("injects.yaml:3:9: error: There is no body 'wards/7'.");
            case Broken:
                throw new InvalidOperationException("Sequence contains no elements");
            case Unmade:
                return $"{text}; {Unmade}";
            default:
                var words = injects.Split(" at ");
                var at = words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : notBefore;
                return at >= notBefore
                    ? text + With(int.Parse(words[0], CultureInfo.InvariantCulture), at)
                    : throw new ModelException("injects.yaml:1:1: error: This inject lies in the past.");
        }
    }

    private static string With(int inject, int tick) =>
        string.Create(CultureInfo.InvariantCulture, $"; {inject} at {tick}");

    /// <summary>A reminder from all to all at once, so that nothing is as before, and what dice say.</summary>
    private static Model WithInject(Model model, string inject)
    {
        var words = inject.Split(" at ").Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var made = GeneratedInterventions.In(model, words[0]);
        var urged = new Intervention
        {
            Id = "urged",
            At = new Tick(0),
            Acts = [new ReminderAct([new Selector()], null)],
        };
        return made with
        {
            Interventions =
            [
                .. model.Interventions,
                .. made.Interventions.Prepend(urged).Select(each => each with
                {
                    Id = $"{each.Id}-of-{model.Interventions.Count}",
                    At = each.At is { } at ? new Tick(at.Value + words[1]) : null,
                    From = new Tick(each.When is null ? 0 : words[1]),
                }),
            ],
        };
    }

    /// <summary>No model that compiles breaks its bodies, so one is broken afterwards.</summary>
    private static CompiledModel WithoutChannels()
    {
        var model = ModelOf(1);
        Assert.NotEqual(default, model.Hash); // asked for while it is whole
        typeof(CompiledModel).GetProperty("ChannelTable", BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(model, Array.Empty<Channel>());
        return model;
    }
}
