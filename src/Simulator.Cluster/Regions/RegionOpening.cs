namespace Simulator.Cluster.Regions;

/// <summary>A region that is ready to activate its bodies.</summary>
/// <param name="ModelHash">The hash of the model as its silo has compiled it.</param>
/// <param name="NextDue">The first tick at which anything is due in it.</param>
[GenerateSerializer, Immutable, Alias("simulator.region-opening.v1")]
internal sealed record RegionOpening([property: Id(0)] string ModelHash, [property: Id(1)] int NextDue);
