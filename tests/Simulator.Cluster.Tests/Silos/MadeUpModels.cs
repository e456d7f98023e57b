using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Silos;

/// <summary>
/// Reads texts such as <c>generated 7</c>: a hierarchy made up from a seed. Other texts are poison.
/// </summary>
internal sealed class MadeUpModels : IModelSource
{
    /// <summary>
    /// A text that is no scenario, one on which the reader breaks, and one whose bodies break.
    /// </summary>
    public const string Refused = "refused", Breaking = "breaking", Torn = "torn";

    private readonly ConcurrentDictionary<string, Hold> held = [];

    public static RunOrder Order(int seed) => new()
    {
        Text = TextOf(seed),
        Model = ModelOf(seed),
        Options = new RunOptions { Seed = (ulong)seed },
    };

    public static string TextOf(int seed) => string.Create(CultureInfo.InvariantCulture, $"generated {seed}");

    public static CompiledModel ModelOf(int seed) => ModelCompiler.Compile(GeneratedModel.Of(seed));

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
            _ => ModelOf(int.Parse(text["generated ".Length..], CultureInfo.InvariantCulture)),
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
