namespace Simulator.Cluster.Telemetry;

/// <summary>The values of the attribute simulator.run.state.</summary>
internal static class RunStates
{
    /// <summary>Its regions and bodies are being activated.</summary>
    public const string Opening = "opening";

    /// <summary>The clock goes.</summary>
    public const string Running = "running";

    /// <summary>
    /// Held by command, by a reader who has enough to read or is silent, or by the database.
    /// </summary>
    public const string Waiting = "waiting";

    /// <summary>An attempt was lost; the next is about to begin.</summary>
    public const string Recovering = "recovering";

    /// <summary>Played to its end; kept until its reader has all.</summary>
    public const string Ended = "ended";

    /// <summary>Ended with an error.</summary>
    public const string Failed = "failed";
}
