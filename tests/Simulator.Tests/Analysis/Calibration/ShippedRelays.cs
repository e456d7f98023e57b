using Simulator.Analysis.Calibration;
using Simulator.Cli.Calibration;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Observations;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Calibration;

/// <summary>The 45 pairs of the repository and the office of vn/2020 that they are fitted by.</summary>
internal static class ShippedRelays
{
    private static readonly string s_path = Path.Combine(ShippedScenarios.Folder, "data", "relay-delays.csv");

    public static LibraryOffice Office { get; } = LibraryOffice.Load(
        ["vn/2020"], "province-department", ["assign", "draft", "sign"], new CivilDate(2020, 1, 2), new CivilDate(2021, 12, 31));

    public static CalibrationOrder Order(SpreadChoice spread, int samples = 0, bool leavesOut = false) => new CalibrateRequest
    {
        Table = s_path,
        Libraries = ["vn/2020"],
        Kind = "province-department",
        Steps = ["assign", "draft", "sign"],
        Spread = spread,
        Fewest = 30,
        Samples = samples,
        Seed = 1,
        LeavesOutChains = leavesOut,
        IsExact = false,
        IsJson = false,
    }.Order(RelayTable.Read(s_path).Rows, Office);

    /// <summary>A pair of two dates.</summary>
    public static RelayPair Pair(CivilDate upper, CivilDate earliest, CivilDate? latest = null, int line = 2) => new()
    {
        Line = line,
        Chain = $"chain {line}",
        Level = "province",
        Urgency = Urgency.Routine,
        UpperEarliest = upper,
        UpperLatest = upper,
        LowerEarliest = earliest,
        LowerLatest = latest ?? earliest,
    };
}
