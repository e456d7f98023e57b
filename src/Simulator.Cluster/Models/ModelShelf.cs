using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Models;

/// <summary>
/// The compiled models that the grains of one silo work with, each made once from its scenario's text. A
/// model that no grain holds any more is let go.
/// </summary>
internal sealed class ModelShelf(IModelSource source)
{
    private readonly Dictionary<string, Place> places = [];
    private readonly Lock gate = new();

    /// <summary>The model of a text, which is only asked for if the model is not there.</summary>
    /// <exception cref="ModelException">The text is not a scenario that can be run.</exception>
    internal Task<CompiledModel> Get(string key, Func<Task<string>> text)
    {
        lock (gate)
        {
            if (places.TryGetValue(key, out var place) && place.Find() is { } there)
            {
                return there;
            }

            foreach (var (other, _) in places.Where(entry => entry.Value.Find() is null).ToArray())
            {
                places.Remove(other);
            }

            return (places[key] = new Place()).Fill(Make(text));
        }
    }

    // Reading and compiling takes seconds for a country, which no scheduler of a grain should wait for.
    private async Task<CompiledModel> Make(Func<Task<string>> text)
    {
        var words = await text();
        return await Task.Run(() => Load(words));
    }

    // Whatever a text does to its reader it would do again at any other attempt: the run is at fault.
    private CompiledModel Load(string words)
    {
        try
        {
            return source.Load(words);
        }
        catch (Exception failure) when (failure is not (ModelException or OutOfMemoryException))
        {
            throw new ModelException(
                $"The scenario cannot be read, which is a fault of this program: {failure.GetType().Name}: "
                + failure.Message);
        }
    }

    /// <summary>Holds a model that is being made, and remembers one that is made as long as others hold it.</summary>
    private sealed class Place
    {
        private readonly WeakReference<CompiledModel> model = new(null!);
        private volatile Task<CompiledModel>? making;

        /// <summary>The model; <c>null</c>: it could not be made, or is gone.</summary>
        internal Task<CompiledModel>? Find() =>
            making is { IsFaulted: false, IsCanceled: false } present ? present
            : model.TryGetTarget(out var there) ? Task.FromResult(there)
            : null;

        internal Task<CompiledModel> Fill(Task<CompiledModel> made)
        {
            making = made;
            made.ContinueWith(
                Release, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return made;
        }

        private void Release(Task<CompiledModel> made)
        {
            if (made.IsCompletedSuccessfully)
            {
                model.SetTarget(made.Result);
            }

            making = null;
        }
    }
}
