using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads what becomes of content in the hands of a kind.</summary>
internal static class ContentRuleReader
{
    /// <summary>The rule; <c>null</c> if nothing is said.</summary>
    public static ContentRule? Of(MapNode? map) => map is null ? null : new ContentRule
    {
        Loses = Share(map, "loses", 0),
        Fades = Share(map, "fades", 0),
        Distorts = Share(map, "distorts", 0),
        Adds = Share(map, "adds", 0),
        Concretises = Share(map, "concretises", 1),
        LosesAttachment = Share(map, "loses-attachment", 0),
        VagueDone = Share(map, "vague-done", 1),
    };

    /// <summary>The form of a relay.</summary>
    public static RelayForm FormOf(string? word) => word switch
    {
        "cover-letter" => RelayForm.CoverLetter,
        "copied-text" => RelayForm.CopiedText,
        _ => RelayForm.OwnDocument,
    };

    /// <summary>A share, or what holds where none is written.</summary>
    public static double Share(MapNode map, string key, double without) =>
        map.Text(key) is { } text ? NumberText.Probability(text).Probability ?? without : without;
}
