using System.Collections.Concurrent;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Models;

/// <summary>
/// The compiled models that the grains of one silo work with, each made once from its scenario's text. A
/// model that no grain holds any more is let go.
/// </summary>
internal sealed class ModelShelf(IModelSource source)
{
    private readonly ConcurrentDictionary<string, WeakReference<CompiledModel>> shelf = new();
    private readonly Dictionary<string, Task<CompiledModel>> making = [];
    private readonly Lock gate = new();

    /// <summary>The model of a text, which is only asked for if the model is not there.</summary>
    /// <exception cref="ModelException">The text is not a scenario that can be run.</exception>
    internal ValueTask<CompiledModel> Get(string key, Func<Task<string>> text) =>
        Find(key) is { } model ? new(model) : new(FindOrMake(key, text));

    /// <summary>A scenario with what is brought into a run of it.</summary>
    /// <exception cref="ModelException">It cannot be brought in.</exception>
    internal Task<string> Inject(string text, string injects, int notBefore) =>
        Task.Run(() => Read(() => source.Inject(text, injects, notBefore)));

    private CompiledModel? Find(string key) =>
        shelf.TryGetValue(key, out var known) && known.TryGetTarget(out var model) ? model : null;

    private Task<CompiledModel> FindOrMake(string key, Func<Task<string>> text)
    {
        lock (gate)
        {
            if (Find(key) is { } model)
            {
                return Task.FromResult(model);
            }

            if (!making.TryGetValue(key, out var made))
            {
                made = Make(key, text);
                if (!made.IsCompleted)
                {
                    making[key] = made;
                }
            }

            return made;
        }
    }

    // Reading and compiling takes seconds for a country, which no scheduler of a grain should wait for.
    private async Task<CompiledModel> Make(string key, Func<Task<string>> text)
    {
        try
        {
            var words = await text();
            if (ModelKey.Of(words) != key)
            {
                // Else all who ask for it by this key were given another, long after this run has ended.
                throw new InvalidOperationException("the scenario of the run is another meanwhile");
            }

            var model = await Task.Run(() => Read(() => source.Load(words)));
            foreach (var gone in shelf.Where(entry => !entry.Value.TryGetTarget(out _)))
            {
                shelf.TryRemove(gone);
            }

            shelf[key] = new WeakReference<CompiledModel>(model);
            return model;
        }
        finally
        {
            lock (gate)
            {
                making.Remove(key);
            }
        }
    }

    // Whatever a text does to its reader it would do again at any other attempt: the run is at fault.
    private static T Read<T>(Func<T> reading)
    {
        try
        {
            return reading();
        }
        catch (Exception failure) when (failure is not (ModelException or OutOfMemoryException))
        {
            throw new ModelException(
                $"The scenario cannot be read, which is a fault of this program: {failure.GetType().Name}: "
                + failure.Message);
        }
    }
}
