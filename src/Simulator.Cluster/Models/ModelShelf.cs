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
    private readonly ConcurrentDictionary<string, WeakReference<Task<CompiledModel>>> shelf = new();
    private readonly Lock gate = new();

    /// <summary>The model of a text, which is only asked for if the model is not there.</summary>
    /// <exception cref="ModelException">The text is not a scenario that can be run.</exception>
    internal Task<CompiledModel> Get(string key, Func<Task<string>> text)
    {
        if (shelf.TryGetValue(key, out var known) && known.TryGetTarget(out var there) && !there.IsFaulted)
        {
            return there;
        }

        lock (gate)
        {
            if (shelf.TryGetValue(key, out known) && known.TryGetTarget(out there) && !there.IsFaulted)
            {
                return there;
            }

            foreach (var gone in shelf.Where(entry => !entry.Value.TryGetTarget(out _)))
            {
                shelf.TryRemove(gone.Key, out _);
            }

            var made = Make(text);
            shelf[key] = new WeakReference<Task<CompiledModel>>(made);
            return made;
        }
    }

    // Reading and compiling takes seconds for a country, which no scheduler of a grain should wait for.
    private async Task<CompiledModel> Make(Func<Task<string>> text)
    {
        var words = await text();
        return await Task.Run(() => source.Load(words));
    }
}
