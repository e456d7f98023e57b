using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// A port: a model with some values of its scenario set to others. Whoever has read the scenario knows its paths;
/// the kernel only asks, at the moment when an intervention changes them.
/// </summary>
public interface IModelSettings
{
    /// <summary>The model with values set one after another.</summary>
    /// <param name="settings">What is set, in order.</param>
    /// <exception cref="Compilation.ModelException">They cannot be set together.</exception>
    Model With(IReadOnlyList<SettingAct> settings);
}
