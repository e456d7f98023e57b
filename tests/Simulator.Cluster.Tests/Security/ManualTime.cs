namespace Simulator.Cluster.Tests.Security;

/// <summary>A clock on which nothing happens until the test says that the time is up.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly TaskCompletionSource<Alarm> set = new();

    public TimeSpan Due { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(() => callback(state));
        Due = dueTime;
        set.TrySetResult(alarm);
        return alarm;
    }

    public async Task Ring() => (await set.Task).Ring();

    private sealed class Alarm(Action ring) : ITimer
    {
        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
