namespace Simulator.Cli.Commands;

/// <summary>Something that the user can put right; its message is the sentence that tells him.</summary>
internal sealed class UsageException(string message, int exitCode = ExitCode.BadInput) : Exception(message)
{
    internal int ExitCode { get; } = exitCode;
}
