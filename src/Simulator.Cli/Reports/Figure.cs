using System.Text.Json.Serialization;

namespace Simulator.Cli.Reports;

/// <summary>What a chart draws, in numbers alone; the page knows how each kind looks.</summary>
[JsonDerivedType(typeof(StairsFigure), "stairs")]
[JsonDerivedType(typeof(StackFigure), "stack")]
[JsonDerivedType(typeof(ColumnsFigure), "columns")]
[JsonDerivedType(typeof(RangesFigure), "ranges")]
[JsonDerivedType(typeof(WaterfallFigure), "waterfall")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
internal abstract record Figure
{
    /// <summary>What is counted along the axis of numbers, with its unit.</summary>
    public required string Axis { get; init; }
}
