namespace Simulator.Cluster.Telemetry;

/// <summary>The values of the attribute simulator.run.state.</summary>
internal static class RunStates
{
    /// <summary>Asked for; bodies are being made.</summary>
    public const string Starting = "starting";

    /// <summary>Being played.</summary>
    public const string Playing = "playing";

    /// <summary>Being played again up to where it was, after something was lost.</summary>
    public const string Replaying = "replaying";

    /// <summary>Played to its end.</summary>
    public const string Completed = "completed";

    /// <summary>Ended with an error.</summary>
    public const string Failed = "failed";

    /// <summary>Given up by whoever asked for it.</summary>
    public const string Cancelled = "cancelled";
}
