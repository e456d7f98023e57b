namespace Simulator.Cli.Commands;

/// <summary>Ctrl-C asks the work in hand to end cleanly; a second one ends the program at once.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly CancellationTokenSource Source = new();

    internal Interruption() => Console.CancelKeyPress += Ask;

    /// <summary>Cancelled by Ctrl-C.</summary>
    internal static CancellationToken Token => Source.Token;

    public void Dispose() => Console.CancelKeyPress -= Ask;

    private static void Ask(object? sender, ConsoleCancelEventArgs interruption)
    {
        interruption.Cancel = !Source.IsCancellationRequested;
        Source.Cancel();
    }
}
