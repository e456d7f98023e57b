using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Makes a row of numbers of a replication: the port through which an engine, which knows no measures,
/// sends results back instead of journals.
/// </summary>
public interface IRunReducer
{
    /// <summary>Its name; two machines that use one name mean the same reducer.</summary>
    string Name { get; }

    /// <summary>The reduction of one replication of a model.</summary>
    IRunReduction Begin(CompiledModel model);
}
