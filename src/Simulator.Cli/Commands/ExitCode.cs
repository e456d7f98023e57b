namespace Simulator.Cli.Commands;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>The run failed, or was interrupted.</summary>
    internal const int Failed = 1;

    /// <summary>Bad usage or bad input.</summary>
    internal const int BadInput = 2;
}
