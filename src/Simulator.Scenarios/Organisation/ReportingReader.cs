using Simulator.Kernel.Conduct;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads how true the figures of a kind are.</summary>
internal static class ReportingReader
{
    // A tenth of the bodies counted: a slip of one figure in a small table.
    private const double UsualErrorSize = 0.1;

    /// <summary>The rule; <c>null</c> if nothing is said.</summary>
    public static ReportingRule? Read(MapNode? map) => map is null ? null : new ReportingRule
    {
        Inflates = map.Probability("inflates"),
        Errs = map.Probability("errs"),
        ErrorSize = map.Probability("error-size", UsualErrorSize),
    };
}
