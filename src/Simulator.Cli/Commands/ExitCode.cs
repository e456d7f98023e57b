namespace Simulator.Cli.Commands;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>The run failed.</summary>
    internal const int Failed = 1;

    /// <summary>Bad usage or bad input.</summary>
    internal const int BadInput = 2;

    /// <summary>Interrupted by Ctrl-C: as shells count it, 128 and the number of the signal SIGINT.</summary>
    internal const int Interrupted = 130;

    /// <summary>Asked to end by the system: 128 and the number of SIGTERM.</summary>
    internal const int Terminated = 143;
}
