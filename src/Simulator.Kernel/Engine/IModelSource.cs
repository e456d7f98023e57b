using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Makes a model of a scenario's text: the port through which an engine on another machine, which knows
/// nothing of scenario files, gets the model that its part of a run belongs to.
/// </summary>
public interface IModelSource
{
    /// <summary>The model of a scenario as resolved; the same text gives the same model everywhere.</summary>
    /// <exception cref="ModelException">
    /// The text is not a scenario; the message says where and why.
    /// </exception>
    CompiledModel Load(string text);
}
