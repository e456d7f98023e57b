namespace Simulator.Cluster.Runs;

/// <summary>How a run on a cluster stands.</summary>
[GenerateSerializer, Alias("simulator.run-phase.v1")]
internal enum RunPhase
{
    /// <summary>Nothing is known of it.</summary>
    Unknown = 0,

    /// <summary>Its regions and bodies are being activated.</summary>
    Opening = 1,

    /// <summary>The clock goes.</summary>
    Running = 2,

    /// <summary>Held by command.</summary>
    Paused = 3,

    /// <summary>The reader has yet to acknowledge blocks, or has not been heard of for a minute.</summary>
    WaitingForReader = 4,

    /// <summary>The database does not answer.</summary>
    WaitingForStorage = 5,

    /// <summary>An attempt was lost; the next one is about to begin.</summary>
    Recovering = 6,

    /// <summary>It has come to its end.</summary>
    Ended = 7,

    /// <summary>It cannot be carried on.</summary>
    Failed = 8,
}
