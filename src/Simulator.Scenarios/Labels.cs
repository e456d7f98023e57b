using Simulator.Kernel.Documents;
using Simulator.Scenarios.Directives;

namespace Simulator.Scenarios;

/// <summary>
/// What a scenario says for people only: names, symbols, lists as they stand on paper. Nothing here
/// enters a run.
/// </summary>
public sealed record Labels
{
    /// <summary>What the scenario is about.</summary>
    public Text Title { get; init; } = Text.None;

    /// <summary>What else is said of it.</summary>
    public string? About { get; init; }

    /// <summary>What the restructurings came to; nothing where nobody was dissolved.</summary>
    public Text Restructured { get; init; } = Text.None;

    /// <summary>The names of bodies that have one, by id.</summary>
    public IReadOnlyDictionary<string, Text> BodyNames { get; init; } = new Dictionary<string, Text>();

    /// <summary>The symbol patterns of bodies that differ from their kind's, by id.</summary>
    public IReadOnlyDictionary<string, string> BodySymbols { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of kinds that have one, by id.</summary>
    public IReadOnlyDictionary<string, Text> KindNames { get; init; } = new Dictionary<string, Text>();

    /// <summary>The forms of directives that say one (telegram, notice), by id.</summary>
    public IReadOnlyDictionary<string, Text> Forms { get; init; } = new Dictionary<string, Text>();

    /// <summary>The distribution lists of directives that have one, by id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Recipient>> DistributionLists { get; init; } =
        new Dictionary<string, IReadOnlyList<Recipient>>();

    /// <summary>
    /// Where numbers come from, by the path of the key beside them, such as <c>channels.axis</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();
}
