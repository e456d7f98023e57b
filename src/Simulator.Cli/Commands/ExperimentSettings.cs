using System.CommandLine;
using Simulator.Cli.Engines;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary>The options of every command that plays a scenario many times.</summary>
internal sealed class ExperimentSettings
{
    internal const int MostReplications = 1_000_000;

    private readonly ClusterSettings cluster = new();

    internal Argument<string> Scenario { get; } = new("scenario") { Description = "the scenario file" };

    internal Option<string[]> Set { get; } = new("--set")
    {
        Description = "path=value, changes a value of the scenario in every cell; may be repeated",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal Option<string[]> Measure { get; } = new("--measure")
    {
        Description = "a number that is asked for beside the goals, such as 'registered(level commune) within 3d'; may be repeated",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal Option<string?> Seed { get; } = new("--seed")
    {
        Description = "the seed of all draws; else the scenario's, else 1",
    };

    internal Option<int?> Threads { get; } = new("--threads")
    {
        Description = "how many replications are played side by side; else one for each core",
    };

    internal Option<string?> Engine { get; } = new("--engine")
    {
        Description = "what carries the replications, with the same results: orleans or inprocess; inprocess unless "
            + "--cluster is given",
    };

    internal Option<DirectoryInfo?> Root { get; } = CommonOptions.ScenarioRoot();

    internal Option<string> Format { get; } = CommonOptions.Format();

    /// <summary>Puts the options on a command.</summary>
    internal void AddTo(Command command)
    {
        Engine.AcceptOnlyFromAmong(EngineChoice.Orleans, EngineChoice.InProcess);
        command.Arguments.Add(Scenario);
        foreach (var option in (Option[])
            [Set, Measure, Seed, Threads, Engine, cluster.Cluster, cluster.Database, cluster.SecretFile, cluster.Gateway, Root, Format])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What carries it. A replication is a whole run in one process: grains would only cost.</summary>
    internal EngineChoice ChoiceOf(ParseResult parsed)
    {
        var address = cluster.AddressOf(parsed);
        return EngineChoice.Of(parsed.GetValue(Engine) ?? (address is null ? EngineChoice.InProcess : null), address);
    }

    /// <summary>The seed asked for; <c>null</c>: the scenario's own.</summary>
    internal ulong? SeedOf(ParseResult parsed) => RunRequest.SeedOf(parsed.GetValue(Seed));

    /// <summary>How a cell is read: what is set for all of them first, then its own.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="varied">What the cell sets.</param>
    /// <param name="measures">What is asked for beside the goals; what the command line asks comes on top.</param>
    internal LoadOptions LoadOptionsOf(
        ParseResult parsed, string variant, IReadOnlyList<string> varied, IEnumerable<string>? measures = null) => new()
        {
            Root = parsed.GetValue(Root)?.FullName,
            Variant = variant,
            Sets = parsed.GetValue(Set) ?? [],
            Varied = varied,
            Measures = [.. (measures ?? []).Concat(parsed.GetValue(Measure) ?? []).Distinct()],
        };

    internal int ThreadsOf(ParseResult parsed) => parsed.GetValue(Threads) switch
    {
        null => Environment.ProcessorCount,
        < 1 or > 1024 => throw new UsageException("--threads takes a whole number from 1 to 1024."),
        var threads => threads.Value,
    };

    /// <summary>A number of replications, within what there can be.</summary>
    internal static int ReplicationsOf(int count, int least) => count >= least && count <= MostReplications
        ? count
        : throw new UsageException($"--replications takes a whole number from {least} to {MostReplications}.");
}
