using System.Globalization;
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

    public required string Path { get; init; }

    public string? Variant { get; init; }

    public ulong? Seed { get; init; }

    public int? Replications { get; init; }

    public string? Until { get; init; }

    public int? Threads { get; init; }

    public string? Engine { get; init; }

    public ClusterAddress? Cluster { get; init; }

    public string? Out { get; init; }

    public bool Force { get; init; }

    public IReadOnlyList<string> Sets { get; init; } = [];

    public string? Root { get; init; }

    public required Language Language { get; init; }

    public bool Json { get; init; }

    /// <summary>What sets the run apart from others of its scenario, variant and seed.</summary>
    internal IReadOnlyList<string> Changes => Until is null ? Sets : [.. Sets, $"until={Until}"];

    internal static ulong? SeedOf(string? text) => text is null ? null
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
        : throw new UsageException($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'.");

    internal void Check()
    {
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
