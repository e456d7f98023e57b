using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>Changes to what dissolved bodies leave behind.</summary>
internal static partial class ModelChanges
{
    private static Dictionary<string, Func<Model, Model>> OfRestructuring => new()
    {
        ["Body.Dissolved"] = model => Body(
            model, "c/2", body => body with { Dissolved = new Dissolution(["c/1"], ["c/1"]) }),
        ["Dissolution.Heirs"] = model => Body(
            model, "c/2", body => body with { Dissolved = new Dissolution(["c/3"], []) }),
        ["Dissolution.Duties"] = model => Body(
            model, "c/2", body => body with { Dissolved = new Dissolution([], ["c/1"]) }),
    };
}
