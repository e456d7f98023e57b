using Simulator.Cluster.Models;
using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Models;

public sealed class ModelShelfTests
{
    private static readonly string Key = ModelKey.Of(MadeUpModels.TextOf(1));

    private readonly CountingSource source = new();

    [Fact]
    public async Task A_model_that_somebody_holds_is_made_once_however_often_garbage_is_collected()
    {
        var shelf = new ModelShelf(source);
        var held = await shelf.Get(Key, Text);
        Collect();
        Assert.Same(held, await shelf.Get(Key, () => throw new InvalidOperationException("The model is there.")));
        Assert.Equal(1, source.Loads);
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task Those_who_come_while_a_model_is_made_wait_for_the_same()
    {
        var shelf = new ModelShelf(source);
        var text = new TaskCompletionSource<string>();
        var first = shelf.Get(Key, () => text.Task);
        var second = shelf.Get(Key, Text);
        text.SetResult(MadeUpModels.TextOf(1));
        Assert.Same(await first, await second);
        Assert.Equal(1, source.Loads);
    }

    [Fact]
    public async Task A_model_that_could_not_be_had_is_asked_for_again()
    {
        var shelf = new ModelShelf(source);
        await Assert.ThrowsAsync<TimeoutException>(async () => await shelf.Get(Key, () => throw new TimeoutException()));
        Assert.NotNull(await shelf.Get(Key, Text));
    }

    [Fact]
    public async Task A_model_that_nobody_holds_is_let_go()
    {
        var shelf = new ModelShelf(source);
        var gone = await Task.Run(async () => new WeakReference(await shelf.Get(Key, Text)));
        for (var round = 0; round < 20 && gone.IsAlive; round++)
        {
            Collect();
            await Task.Yield();
        }

        Assert.False(gone.IsAlive);
    }

    [Fact]
    public async Task A_text_that_is_not_the_one_of_the_key_is_refused_and_the_next_is_taken()
    {
        var shelf = new ModelShelf(source);
        var other = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await shelf.Get(Key, () => Task.FromResult(MadeUpModels.TextOf(2))));
        Assert.Equal("the scenario of the run is another meanwhile", other.Message);
        Assert.Equal(0, source.Loads);
        Assert.NotNull(await shelf.Get(Key, Text));
    }

    private static Task<string> Text() => Task.FromResult(MadeUpModels.TextOf(1));

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private sealed class CountingSource : IModelSource
    {
        private int loads;

        public int Loads => loads;

        public string Inject(string text, string injects, int notBefore) => text + injects;

        public CompiledModel Load(string text)
        {
            Interlocked.Increment(ref loads);
            return MadeUpModels.ModelOf(1);
        }
    }
}
