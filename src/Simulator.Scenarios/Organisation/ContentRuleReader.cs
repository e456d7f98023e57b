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
        Loses = map.Probability("loses"),
        Fades = map.Probability("fades"),
        Distorts = map.Probability("distorts"),
        Adds = map.Probability("adds"),
        Concretises = map.Probability("concretises", 1),
        LosesAttachment = map.Probability("loses-attachment"),
        VagueDone = map.Probability("vague-done", 1),
    };

    /// <summary>The form of a relay.</summary>
    public static RelayForm FormOf(string? word) => word switch
    {
        "cover-letter" => RelayForm.CoverLetter,
        "copied-text" => RelayForm.CopiedText,
        _ => RelayForm.OwnDocument,
    };
}
