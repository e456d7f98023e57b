using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Simulator.Cli.Commands;

/// <summary>
/// Ctrl-C, or the signal by which a system ends a program, asks the work in hand to end cleanly; a second
/// one ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly CancellationTokenSource Source = new();

    private static int code = Commands.ExitCode.Interrupted;

    private readonly PosixSignalRegistration termination;

    internal Interruption()
    {
        Console.CancelKeyPress += Ask;
        termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            code = Source.IsCancellationRequested ? code : Commands.ExitCode.Terminated;
            signal.Cancel = !Source.IsCancellationRequested;
            Source.Cancel();
        });
    }

    /// <summary>Cancelled by Ctrl-C.</summary>
    internal static CancellationToken Token => Source.Token;

    /// <summary>With what a program ends that was asked to: as shells know it, by the signal that came first.</summary>
    internal static int ExitCode => code;

    /// <summary>
    /// Does what takes long: Ctrl-C does not wait for it to end, and what goes wrong in any of its threads is thrown as it was.
    /// </summary>
    internal static T Heeded<T>(Func<T> work)
    {
        var done = Task.Run(work);
        try
        {
            done.Wait(Token);
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.Flatten().InnerExceptions[0]);
        }

        return done.Result;
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= Ask;
        termination.Dispose();
    }

    private static void Ask(object? sender, ConsoleCancelEventArgs interruption)
    {
        interruption.Cancel = !Source.IsCancellationRequested;
        Source.Cancel();
    }
}
