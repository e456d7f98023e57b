using Simulator.Analysis.Reports;

namespace Simulator.Cli.Reports;

/// <summary>The hierarchy, body below body, each with its state and with those below it.</summary>
/// <param name="Heads">The bodies at the top.</param>
/// <param name="NameOf">Names a body.</param>
/// <param name="MomentOf">When it came to its state; empty: not known, or nothing to say.</param>
internal sealed record StateList(IReadOnlyList<StateNode> Heads, Func<int, string> NameOf, Func<StateNode, string> MomentOf) : IBlock
{
    /// <summary>Whether every body is there, and nothing but counted.</summary>
    internal bool IsWhole => Heads.All(IsWholeBelow);

    /// <summary>How many bodies are there one by one.</summary>
    internal int Shown => Heads.Sum(Count);

    private static int Count(StateNode node) => 1 + node.Below.Sum(Count);

    private static bool IsWholeBelow(StateNode node) =>
        node.All == node.Below.Sum(each => each.All) + (node.IsIssuer ? 0 : 1) && node.Below.All(IsWholeBelow);
}
