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

    /// <summary>The scenario with what is brought into a run of it, as resolved anew.</summary>
    /// <param name="text">The scenario as resolved.</param>
    /// <param name="injects">What is brought in, in the words of the scenario's own format.</param>
    /// <param name="notBefore">
    /// The tick from which on it may count; what names no time counts from there on.
    /// </param>
    /// <exception cref="ModelException">
    /// It cannot be brought in; the message says where and why.
    /// </exception>
    string Inject(string text, string injects, int notBefore);
}
