using Simulator.Kernel.Conduct;

namespace Simulator.Kernel.Compilation;

/// <summary>How true a kind's figures are, in millionths; absent where they are what the body knows.</summary>
public sealed class CompiledReporting
{
    /// <summary>Parts of a whole share.</summary>
    public const int Whole = 1_000_000;

    private CompiledReporting(ReportingRule rule)
    {
        Inflates = Millionths(rule.Inflates);
        Errs = Millionths(rule.Errs);
        ErrorSize = Millionths(rule.ErrorSize);
    }

    /// <summary>The share of what did not comply that is claimed, in millionths.</summary>
    public int Inflates { get; }

    /// <summary>The probability of a misread number, in millionths.</summary>
    public int Errs { get; }

    /// <summary>The largest error as a share of the bodies counted, in millionths.</summary>
    public int ErrorSize { get; }

    /// <summary>The rule in millionths; <c>null</c> where it would never change a figure.</summary>
    internal static CompiledReporting? Of(ReportingRule? rule) =>
        rule is null ? null
        : new CompiledReporting(rule) is { Inflates: 0 } honest && (honest.Errs == 0 || honest.ErrorSize == 0)
            ? null
            : new CompiledReporting(rule);

    private static int Millionths(double share) =>
        share is >= 0 and <= 1
            ? (int)((share * Whole) + 0.5)
            : throw new ModelException($"A share of {share} in 'reporting' is not between 0 and 1.");
}
