using System.Globalization;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Simulator.Cluster;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Units;

namespace Simulator.Cli.Commands;

/// <summary>What the command line asks of a run.</summary>
internal sealed record RunRequest
{
    /// <summary>Below so many bodies a second thread costs more than it saves.</summary>
    private const int WorthSharing = 20_000;

    /// <summary>The scenario file; <c>null</c>: <see cref="From"/> says which run is gone on with.</summary>
    public string? Path { get; init; }

    /// <summary>The folder of a run whose history this one shares.</summary>
    public string? From { get; init; }

    /// <summary>The moment from which on it may differ.</summary>
    public string? At { get; init; }

    /// <summary>The inject file.</summary>
    public string? Injects { get; init; }

    public string? Variant { get; init; }

    public ulong? Seed { get; init; }

    /// <summary>Which replication of the seed is played.</summary>
    public int Replication { get; init; }

    public int? Replications { get; init; }

    public string? Until { get; init; }

    public int? Threads { get; init; }

    public string? Engine { get; init; }

    public ClusterAddress? Cluster { get; init; }

    public string? Out { get; init; }

    public bool Force { get; init; }

    /// <summary>Whether the run is kept without a store.</summary>
    public bool NoIndex { get; init; }

    public IReadOnlyList<string> Sets { get; init; } = [];

    public string? Root { get; init; }

    public required Language Language { get; init; }

    public bool Json { get; init; }

    /// <summary>What sets the run apart from others of its scenario, variant and seed.</summary>
    internal IReadOnlyList<string> Changes =>
    [
        .. Sets,
        .. Replication == 0 ? Array.Empty<string>() : [$"replication={Replication}"],
        .. Until is null ? Array.Empty<string>() : [$"until={Until}"],
        .. From is null ? Array.Empty<string>() : [$"from={RunFolder.ManifestIn(From)?.Digest} at {At}"],
        .. Injects is null ? Array.Empty<string>() : [$"injects={InjectsText()}"],
    ];

    /// <summary>The text of the inject file; <c>null</c>: there is none.</summary>
    internal string? InjectsText()
    {
        try
        {
            return Injects is null ? null : File.ReadAllText(Injects);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The inject file '{Injects}' cannot be read: {trouble.Message}");
        }
    }


    internal static ulong? SeedOf(string? text) => text is null ? null
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new UsageException($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'.");

    internal void Check()
    {
        if ((Path is null) == (From is null))
        {
            throw new UsageException(
                Path is null ? "Name a scenario file, or a run to go on from with --from."
                    : "--from goes on with a run that is there, and takes its scenario: leave one of them out.");
        }

        if ((From is null) != (At is null))
        {
            throw new UsageException("--from and --at go together: from which run, and from which moment of it.");
        }

        if (From is not null && (Variant is not null || Seed is not null || Replication != 0 || Sets.Count > 0 || Until is not null))
        {
            throw new UsageException(
                "A run that shares another's history has its variant, seed, settings and end; it can differ by --injects.");
        }

        if (Replication is < 0 or > 1_000_000)
        {
            throw new UsageException("--replication takes a whole number from 0 to 1000000.");
        }

        if (Replications is < 0 or > 1_000_000)
        {
            throw new UsageException("--replications takes a whole number from 0 to 1000000.");
        }

        if (Threads is < 1 or > 1024)
        {
            throw new UsageException("--threads takes a whole number from 1 to 1024.");
        }

        _ = Sets.Select(set => set.Contains('=')
            ? set
            : throw new UsageException($"--set takes path=value, such as communes.clerk=+1; '{set}' has no '='."))
            .Count();
    }

    internal int ThreadsFor(CompiledModel model) =>
        Threads ?? (model.Bodies.Count < WorthSharing ? 1 : Environment.ProcessorCount);

    internal Tick? UntilTick(CompiledModel model)
    {
        if (Until is null)
        {
            return null;
        }

        if (!ElapsedTime.TryParse(Until, out var minutes) || minutes <= 0)
        {
            throw new UsageException($"--until takes an elapsed time such as 30d, 12h or 90m, not '{Until}'.");
        }

        var last = model.Until;
        return minutes <= last || model.Source.Calendars.Count == 0
            ? new Tick(minutes)
            : throw new UsageException(
                $"--until {Until} is later than the scenario's own end after {Lengths.Of(last)}; "
                + "its calendars are only sure to cover that. Change 'until' in the scenario.");
    }
}
