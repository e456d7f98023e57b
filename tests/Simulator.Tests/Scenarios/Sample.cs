using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// A small scenario to be changed by tests: a city, its party committee, wards and offices.
/// </summary>
internal static class Sample
{
    public const string Library =
        """
        format: 1
        library: test/office
        levels: [district, commune]
        lines: [state, party]
        calendars:
          office-hours:
            covers: [2021-01-01, 2021-12-31]
            working-day: 8h
            hours: { mon-fri: ["07:30-11:30", "13:30-17:30"] }
            holidays: { 2021-04-30: Ngày Chiến thắng, 2021-05-03: nghỉ bù }
            make-up: { 2021-01-09: mon }
          duty-hours:
            working-day: 24h
            hours: { mon-sun: ["00:00-24:00"] }
        channels:
          axis: { delay: uniform 1m 5m, source: assumed }
          post: { delay: 2d, loss: 1% }
        kinds:
          office:
            level: district
            line: state
            clerk: { heads: 1, calendar: office-hours, piercing: duty-hours }
            leadership: { heads: 2, calendar: office-hours }
            staff: { heads: 5, calendar: office-hours }
            steps:
              register: { by: clerk, takes: { routine: 10wm, express: 2wm } }
              assign: { by: leadership, takes: pert 5wm 1wh 4wh }
              draft: { by: staff, takes: 1wd }
              issue: { by: clerk, takes: 10wm, per-addressee: 1wm }
              carry-out: { by: staff }
            channel: axis
          committee: { like: office, name: { vi: UBND, en: People's Committee }, relays-to: [subordinates] }
          ward: { like: office, level: commune, conduct: { stall: 5% } }
          party: { like: office, line: party, relays-to: [led], numbers: by-term }
        """;

    public const string Scenario =
        """
        format: 1
        scenario: sample
        start: 2021-05-04T07:00
        until: 30d
        include: [test/office]
        bodies:
          city: { kind: committee, name: UBND thành phố, last-number: 755 }
          city-party: { kind: party, leads: city }
          wards: { kind: ward, under: city, count: 3, name: "Phường {n}" }
          offices: { kind: office, under: city, names: [Phòng Nội vụ, Phòng Y tế], groups: [helpers] }
        directives:
          - id: order
            from: city-party
            issued: 2021-05-04T08:00
            to: [city]
            assignments:
              - { id: plans, by: { level: commune }, takes: lognormal median 2wd sigma 0.6, due: 2021-05-10 }
        observed:
          - { symbol: 756/UBND, from: city, issued: 2021-05-04 }
        goals:
          - registered(level commune) >= 95% within 3d
        variants:
          later: { shift: 2d }
          more-staff: { set: { wards.staff: +1 } }
          both: [later, more-staff]
        """;

    /// <summary>Loads the sample after some text in it was replaced.</summary>
    public static LoadResult With(string old, string replacement, LoadOptions? options = null)
    {
        Assert.Contains(old, Scenario, StringComparison.Ordinal);
        return Load(Scenario.Replace(old, replacement, StringComparison.Ordinal), options);
    }

    /// <summary>Loads a text that may include the sample library.</summary>
    public static LoadResult Load(string text, LoadOptions? options = null) =>
        ScenarioLoader.LoadText(text, "sample.yaml",
            (options ?? new LoadOptions()) with { Libraries = Libraries });

    /// <summary>Loads the sample with one variant.</summary>
    public static LoadResult Variant(string variant) => Load(Scenario, new LoadOptions { Variant = variant });

    /// <summary>Loads the sample with a value set.</summary>
    public static LoadResult Set(params string[] sets) => Load(Scenario, new LoadOptions { Sets = sets });

    /// <summary>The library by name.</summary>
    public static IReadOnlyDictionary<string, string> Libraries { get; } =
        new Dictionary<string, string> { ["test/office"] = Library };

    /// <summary>The only problem of a load.</summary>
    public static Problem OnlyProblem(LoadResult result)
    {
        Assert.True(result.Problems.Count == 1, $"{result.Problems.Count} problems:\n{Words(result)}");
        return result.Problems[0];
    }

    /// <summary>A load without problems.</summary>
    public static LoadResult Sound(LoadResult result)
    {
        Assert.True(result.Problems.Count == 0, Words(result));
        return result;
    }

    /// <summary>Problems, one a line.</summary>
    public static string Words(LoadResult result) => string.Join("\n", result.Problems);
}
