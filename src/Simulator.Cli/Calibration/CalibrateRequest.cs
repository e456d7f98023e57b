using Simulator.Analysis.Calibration;
using Simulator.Scenarios.Observations;

namespace Simulator.Cli.Calibration;

/// <summary>What the command line of <c>calibrate</c> asks for.</summary>
internal sealed record CalibrateRequest
{
    internal required string Table { get; init; }

    internal required IReadOnlyList<string> Libraries { get; init; }

    internal required string Kind { get; init; }

    internal required IReadOnlyList<string> Steps { get; init; }

    internal required SpreadChoice Spread { get; init; }

    internal required int Fewest { get; init; }

    internal required int Samples { get; init; }

    internal required ulong Seed { get; init; }

    internal required bool LeavesOutChains { get; init; }

    internal required bool IsExact { get; init; }

    internal string? Out { get; init; }

    internal required bool IsJson { get; init; }

    /// <summary>Where the library is written, or would be.</summary>
    internal string Folder => Path.GetDirectoryName(Path.GetFullPath(Out ?? "library"))!;

    /// <summary>The order to the fit.</summary>
    internal CalibrationOrder Order(IReadOnlyList<RelayRow> rows, LibraryOffice office) => new()
    {
        Pairs =
        [
            .. rows.Select(row => new RelayPair
            {
                Line = row.Place.Line,
                Chain = row.Chain,
                Level = row.Level,
                Urgency = row.Urgency,
                Upper = row.Upper,
                Lower = row.Lower,
                UpperEarliest = row.UpperDays.Earliest,
                UpperLatest = row.UpperDays.Latest,
                LowerEarliest = row.LowerDays.Earliest,
                LowerLatest = row.LowerDays.Latest,
            }),
        ],
        Hours = office.Hours,
        Chain = office.Chain,
        NominalDay = office.NominalDay,
        Fewest = Fewest,
        Spread = Spread,
        Samples = Samples,
        Seed = Seed,
        LeavesOutChains = LeavesOutChains,
    };
}
