namespace Simulator.Scenarios.Experiments;

/// <summary>A value that a cell of an experiment sets.</summary>
/// <param name="Path">The path, as <c>--set</c> takes it.</param>
/// <param name="Value">The value or change, as <c>--set</c> takes it.</param>
public readonly record struct FactorValue(string Path, string Value)
{
    /// <summary>As <c>--set</c> takes it, <c>path=value</c>.</summary>
    public override string ToString() => $"{Path}={Value}";
}
