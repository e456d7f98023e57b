using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Bodies;

/// <summary>What comes of one round of a body.</summary>
[GenerateSerializer, Immutable, Alias("simulator.body-answer.v1")]
internal sealed class BodyAnswer
{
    /// <summary>Its entries.</summary>
    [Id(0)]
    public Plain<Entry> Entries { get; init; }

    /// <summary>The papers that it sends.</summary>
    [Id(1)]
    public Plain<Message> Papers { get; init; }

    /// <summary>What it wants to be woken for.</summary>
    [Id(2)]
    public Plain<PendingWakeUp> WakeUps { get; init; }

    /// <summary>Why the run cannot go on, whoever carries it; <c>null</c>: it can.</summary>
    [Id(3)]
    public string? Failure { get; init; }

    /// <summary>
    /// Whether the body is not the one that the region takes it for: a call was lost, doubled or came
    /// from elsewhere. Nothing was played, and the attempt must be abandoned.
    /// </summary>
    [Id(4)]
    public bool IsStranger { get; init; }

    /// <summary>What came before its posts and left them, where a condition counts it.</summary>
    [Id(5)]
    public Plain<DeskMove> DeskMoves { get; init; }
}
