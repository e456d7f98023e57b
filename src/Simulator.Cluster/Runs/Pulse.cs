namespace Simulator.Cluster.Runs;

/// <summary>
/// Lets those who wait for something look again. Of one grain: nothing here is for several threads at once.
/// </summary>
internal sealed class Pulse
{
    private TaskCompletionSource next = Source();

    /// <summary>Ends with the next beat.</summary>
    internal Task Next => next.Task;

    internal void Beat()
    {
        var woken = next;
        next = Source();
        woken.TrySetResult();
    }

    // Whoever wakes must not go on within the turn of the one who wakes him.
    private static TaskCompletionSource Source() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
