namespace Simulator.Scenarios.Reading;

/// <summary>A key of a map and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Entry(ScalarNode Key, Node Value);
