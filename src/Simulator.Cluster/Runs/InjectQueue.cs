namespace Simulator.Cluster.Runs;

/// <summary>
/// Injects that wait for the next turn of a clock, so that the clock stands while one is taken in. Of one
/// grain: nothing here is for several threads at once.
/// </summary>
internal sealed class InjectQueue
{
    private readonly List<(InjectRequest Request, TaskCompletionSource<InjectAnswer> Answer)> waiting = [];

    /// <summary>The one whose turn it is; <c>null</c>: none waits.</summary>
    internal InjectRequest? First => waiting.Count == 0 ? null : waiting[0].Request;

    /// <summary>Puts one at the end; who asks again waits for the same answer.</summary>
    internal Task<InjectAnswer> Ask(InjectRequest request)
    {
        var place = waiting.FindIndex(one => one.Request.Call == request.Call);
        if (place < 0)
        {
            place = waiting.Count;
            waiting.Add((request, new(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        return waiting[place].Answer.Task;
    }

    /// <summary>Answers the one whose turn it is.</summary>
    internal void Answer(InjectAnswer answer)
    {
        var (_, asked) = waiting[0];
        waiting.RemoveAt(0);
        asked.SetResult(answer);
    }

    /// <summary>Sends all away, to ask again: this clock will not answer them.</summary>
    internal void SendAway()
    {
        foreach (var (_, asked) in waiting)
        {
            asked.SetException(new InvalidOperationException("the run has another clock now"));
        }

        waiting.Clear();
    }
}
