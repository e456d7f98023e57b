using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;

namespace Simulator.Cli.Sweeps;

/// <summary>A cell of an experiment, read and ready to be played: a variant of a scenario, perhaps with settings.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Order">What an engine is asked for.</param>
/// <param name="Loaded">What was read.</param>
internal sealed record CellOrder(string Name, RunOrder Order, LoadResult Loaded)
{
    /// <summary>The cell.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="path">The scenario file.</param>
    /// <param name="options">Variant and settings.</param>
    /// <param name="seed">The seed; <c>null</c>: the scenario's own.</param>
    /// <param name="threads">How many replications are played side by side.</param>
    /// <exception cref="UsageException">The scenario has errors, which have been told.</exception>
    internal static CellOrder Load(string name, string path, LoadOptions options, ulong? seed, int threads)
    {
        var read = ScenarioModel.Load(path, options);
        ProblemView.Print(Console.Error, read.Problems);
        return read.Model is { } model
            ? new CellOrder(
                name,
                new RunOrder
                {
                    Text = read.Loaded.Resolved!,
                    Model = model,
                    Options = new RunOptions { Seed = seed ?? read.Loaded.Seed, Threads = threads },
                },
                read.Loaded)
            : throw new UsageException($"The cell '{name}' cannot be played.");
    }

    /// <summary>Plays its replications from the first, and gives what they came to.</summary>
    internal async Task<CellRuns> Play(IEngine engine, int replications, IRunObserver observer, CancellationToken cancellation)
    {
        var rows = await engine.Replicate(Order, replications, OutcomeReducer.Instance, observer, cancellation);
        return new CellRuns
        {
            Name = Name,
            Outcomes = OutcomeTable.Of(Order.Model),
            Rows = rows,
            Posts = Order.Model.CountHeads(),
        };
    }
}
