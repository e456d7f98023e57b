using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Analysis.Hindcast;

/// <summary>
/// What replications are reduced to for the hindcast: a column for each observed paper of the model, in the
/// order declared, with the tick at which it came about.
/// </summary>
public sealed class ObservedPapers : IRunReducer
{
    private ObservedPapers()
    {
    }

    /// <summary>The only instance.</summary>
    public static ObservedPapers Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "observed-papers";

    /// <inheritdoc/>
    public IRunReduction Begin(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new PaperWatch(model);
    }
}
