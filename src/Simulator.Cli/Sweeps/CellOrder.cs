using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;
using Outcome = Simulator.Analysis.Outcomes.Outcome;

namespace Simulator.Cli.Sweeps;

/// <summary>A cell of an experiment, read and ready to be played: a variant of a scenario, perhaps with settings.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Order">What an engine is asked for.</param>
/// <param name="Loaded">What was read.</param>
internal sealed record CellOrder(string Name, RunOrder Order, LoadResult Loaded)
{
    /// <summary>What its runs answer with.</summary>
    internal IReadOnlyList<Outcome> Outcomes => field ??= OutcomeTable.Of(Order.Model);

    /// <summary>All posts of all bodies that there are in it, in people.</summary>
    internal long Posts => field > 0 ? field : field = Order.Model.CountHeads();

    /// <summary>Reads cells. What is wrong with several of them is told once.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="cells">By cell: what people call it, its variant and settings.</param>
    /// <param name="seed">The seed; <c>null</c>: the scenario's own.</param>
    /// <param name="threads">How many replications are played side by side.</param>
    /// <exception cref="UsageException">A cell has errors, which have been told, or they have different seeds.</exception>
    internal static IReadOnlyList<CellOrder> Load(
        string path, IEnumerable<(string Name, LoadOptions Options)> cells, ulong? seed, int threads)
    {
        var told = new HashSet<Problem>();
        var orders = new List<CellOrder>();
        foreach (var (name, options) in cells)
        {
            var read = ScenarioModel.Load(path, options);
            ProblemView.Print(Console.Error, [.. read.Problems.Where(told.Add)]);
            if (read.Model is not { } model)
            {
                throw new UsageException($"The cell '{name}' cannot be played; nothing was.");
            }

            var run = new RunOptions { Seed = seed ?? read.Loaded.Seed, Threads = threads };
            orders.Add(new CellOrder(
                name, new RunOrder { Text = read.Loaded.Resolved!, Model = model, Options = run }, read.Loaded));
        }

        var other = orders.FirstOrDefault(order => order.Order.Options.Seed != orders[0].Order.Options.Seed);
        return other is null ? orders : throw new UsageException(
            $"'{other.Name}' has the seed {other.Order.Options.Seed} and '{orders[0].Name}' {orders[0].Order.Options.Seed}: cells are "
            + "compared on the same draws, so leave 'seed' out of what differs between them, or choose one with --seed.");
    }

    /// <summary>Plays its replications from the first, and gives what they came to.</summary>
    internal async Task<CellRuns> Play(IEngine engine, int replications, IRunObserver observer, CancellationToken cancellation)
    {
        var rows = await engine.Replicate(Order, replications, OutcomeReducer.Instance, observer, cancellation);
        return new CellRuns { Name = Name, Outcomes = Outcomes, Rows = rows, Posts = Posts };
    }
}
