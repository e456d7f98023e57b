using System.Reflection;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Compilation;

public sealed class ModelHashTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    public static TheoryData<string> WithEffect => [.. ModelChanges.WithEffect.Keys];

    public static TheoryData<string> WithoutEffect => [.. ModelChanges.WithoutEffect.Keys];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_hash_depends_neither_on_the_order_of_declarations_nor_on_names(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var dice = new Dice((ulong)seed + 3000);
        var expected = HashOf(model);
        Assert.Equal(expected, HashOf(GeneratedModel.Of(seed)));
        Assert.Equal(expected, HashOf(model with
        {
            Scenario = "another",
            Kinds = dice.Shuffled(model.Kinds.Select(kind => kind with { SymbolPattern = "{n}/UBND" })),
            Bodies = dice.Shuffled(model.Bodies.Select(body => body with { Name = "the office of " + body.Id })),
            Channels = dice.Shuffled(model.Channels),
            Directives = dice.Shuffled(model.Directives.Select(directive => directive with { Symbol = "570/CĐ-TTg" })),
            Pinned = dice.Shuffled(model.Pinned),
            Events = dice.Shuffled(model.Events),
            Calendars = model.Calendars.Reverse().ToDictionary(each => each.Key, each => each.Value),
        }));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Models_whose_journals_differ_have_hashes_that_differ(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var compiled = ModelCompiler.Compile(model);
        var options = new RunOptions { Seed = (ulong)seed };
        var digest = Played.Of(compiled, options).Digest;
        foreach (var changed in Changed(model).Select(ModelCompiler.Compile))
        {
            if (Played.Of(changed, options).Digest != digest)
            {
                Assert.NotEqual(compiled.Hash, changed.Hash);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithEffect))]
    public void Whatever_has_an_effect_changes_the_hash(string property)
    {
        // So that a paper can be pinned to the second of two directives, and reports can be collected.
        var model = ModelWithAll.Make();
        model = property != "Directive.CollectedBy" ? model
            : model with { Directives = [model.Directives[0] with { Periodic = null }] };
        model = property != "PinnedPaper.Directive" ? model
            : model with { Directives = [.. model.Directives, model.Directives[0] with { Id = "d/2" }] };
        Assert.NotEqual(HashOf(model), HashOf(ModelChanges.WithEffect[property](model)));
    }

    [Theory]
    [MemberData(nameof(WithoutEffect))]
    public void Whatever_is_for_people_does_not(string property)
    {
        var model = ModelWithAll.Make();
        var changed = ModelChanges.WithoutEffect[property](model);
        Assert.Equal(HashOf(model), HashOf(changed));
        Assert.Equal(Played.Of(model).Digest, Played.Of(changed).Digest);
    }

    [Fact]
    public void Every_property_of_a_model_is_known_to_have_an_effect_or_not()
    {
        var known = ModelChanges.WithEffect.Keys.Concat(ModelChanges.WithoutEffect.Keys).Order(StringComparer.Ordinal);
        Assert.Equal(DeclaredProperties().Order(StringComparer.Ordinal), known);
    }

    [Fact]
    public void Every_parameter_of_a_duration_is_in_the_hash()
    {
        Distribution[] laws =
        [
            Distribution.Constant(3), Distribution.Constant(4), Distribution.Uniform(3, 5), Distribution.Uniform(3, 6),
            Distribution.Triangular(1, 2, 9), Distribution.Triangular(1, 3, 9), Distribution.Pert(1, 2, 9),
            Distribution.Pert(1, 3, 9), Distribution.Exponential(3), Distribution.Exponential(4),
            Distribution.Lognormal(30, 0.5), Distribution.Lognormal(30, 0.6), Distribution.Gamma(2, 10),
            Distribution.Gamma(2, 11), Distribution.Gamma(3, 10), Distribution.Weibull(2, 10),
            Distribution.Weibull(3, 10), Distribution.Pareto(2, 10), Distribution.Pareto(3, 10),
            Distribution.Empirical([1, 2]), Distribution.Empirical([1, 3]), Distribution.Empirical([1, 2], [1, 2]),
            Distribution.Exponential(3).Scaled(3),
        ];
        var model = ModelWithAll.Make();
        var hashes = laws.Select(law => HashOf(model with
        {
            Channels = [model.Channels[0] with { Delay = law }, model.Channels[1]],
        }));
        Assert.Equal(laws.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void The_hash_is_the_same_on_every_machine() =>
        Assert.Equal("d0b790f8ee17eba5ea0ae75af46996dc", HashOf(ModelWithAll.Make()).ToString());

    private static ModelHash HashOf(Model model) => ModelCompiler.Compile(model).Hash;

    /// <summary>Changes that any model can bear.</summary>
    private static IEnumerable<Model> Changed(Model model)
    {
        yield return model with { Until = TickSpan.FromDays(20) };
        yield return Kinds(model, kind => kind with { Clerk = kind.Clerk with { Heads = 3 } });
        yield return Kinds(model, kind => kind with { Staff = kind.Staff with { Attention = default } });
        yield return Kinds(model, kind => kind with { FollowUp = null });
        yield return Kinds(model, kind => kind with { Steps = [.. kind.Steps.SkipLast(1)] });
        yield return Bodies(model, body => body with { Channel = "axis" });
        yield return Bodies(model, body => body with { Closures = [] });
        yield return Bodies(model, body => body with { LastNumber = 0 });
        yield return Bodies(model, body => body with { Under = [.. body.Under.Take(1)] });
        yield return Directives(model, directive => directive with { Urgency = Urgency.VeryUrgent });
        yield return Directives(model, directive => directive with { To = [Selector.Subordinates] });
        yield return Directives(model, directive => directive with { Relays = [] });
        yield return Directives(Apart(model), directive => directive with { Assignments = [.. directive.Assignments.Skip(1)] });
        yield return model with { Pinned = [] };
        yield return model with { Events = [] };
        yield return model with { Interventions = [] };
        yield return model with { Interventions = [.. model.Interventions.Take(1)] };
        yield return Kinds(model, kind => kind with { Diligence = null });
        yield return Kinds(model, kind => kind with { Conduct = kind.Conduct with { Relay = null } });
        yield return Kinds(model, kind => kind with { Conduct = kind.Conduct with { OnRequest = null, From = [] } });
        yield return model with { Channels = [.. model.Channels.Select(channel => channel with { Loss = 0.2 })] };
        yield return Apart(model) with { Directives = [.. Apart(model).Directives.Skip(1)] };
        yield return Apart(model);
    }

    /// <summary>The same without what directives do to each other.</summary>
    private static Model Apart(Model model) =>
        Directives(model, directive => directive with
        {
            Relation = null,
            Duplicates = 0,
            Assignments = [.. directive.Assignments.Select(duty => duty with { ConflictsWith = [] })],
        }) with
        { Recalls = [] };

    private static Model Kinds(Model model, Func<BodyKind, BodyKind> change) =>
        model with { Kinds = [.. model.Kinds.Select(change)] };

    private static Model Bodies(Model model, Func<Body, Body> change) =>
        model with { Bodies = [.. model.Bodies.Select(change)] };

    private static Model Directives(Model model, Func<Directive, Directive> change) =>
        model with { Directives = [.. model.Directives.Select(change)] };

    /// <summary>All that can be declared, from the model down, but for what observed papers and goals are made of.</summary>
    private static IEnumerable<string> DeclaredProperties()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([typeof(Model)]);
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                if (type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is null)
                {
                    continue;
                }

                yield return $"{type.Name}.{property.Name}";
                foreach (var part in Parts(property.PropertyType).SelectMany(Kinds).Where(IsMadeOfProperties))
                {
                    open.Enqueue(part);
                }
            }
        }
    }

    /// <summary>A type, or those that it can be.</summary>
    private static IEnumerable<Type> Kinds(Type type) =>
        type.IsAbstract && type.IsClass ? type.Assembly.GetTypes().Where(type.IsAssignableFrom).Where(each => !each.IsAbstract) : [type];

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];

    private static bool IsMadeOfProperties(Type type) =>
        type.Assembly == typeof(Model).Assembly && !type.IsEnum && !type.IsInterface
        && type != typeof(Tick) && type != typeof(TickSpan) && type != typeof(CivilTime) && type != typeof(CivilDate)
        && type != typeof(WorkingHours) && type != typeof(Distribution) && type != typeof(Text)
        && type != typeof(ObservedPaper) && type != typeof(Goal);
}
