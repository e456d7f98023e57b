using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Simulator.Benchmarks.Cascade.Published;

namespace Simulator.Benchmarks;

/// <summary>What the command line says about a comparison.</summary>
internal sealed record ComparisonOptions
{
    public bool Json { get; init; }

    public bool Coarse { get; init; }

    public bool SimPyLargest { get; init; }

    public ulong Seed { get; init; } = PublishedFigures.Seed;

    public static bool TryParse(
        ReadOnlySpan<string> arguments,
        [NotNullWhen(true)] out ComparisonOptions? options,
        [NotNullWhen(false)] out string? problem)
    {
        options = new ComparisonOptions();
        problem = null;
        while (!arguments.IsEmpty)
        {
            switch (arguments)
            {
                case ["--json", ..]:
                    options = options with { Json = true };
                    break;
                case ["--coarse", ..]:
                    options = options with { Coarse = true };
                    break;
                case ["--simpy-largest", ..]:
                    options = options with { SimPyLargest = true };
                    break;
                case ["--seed", var text, ..]
                    when ulong.TryParse(text, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    arguments = arguments[1..];
                    break;
                case ["--seed", ..]:
                    problem = "--seed takes a whole number from 0 up to 18446744073709551615.";
                    return false;
                default:
                    problem = $"'{arguments[0]}' is not an option here.";
                    return false;
            }

            arguments = arguments[1..];
        }

        return true;
    }
}
