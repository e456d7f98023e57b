namespace Simulator.Analysis.Outcomes;

/// <summary>Which way of two a planner would rather have.</summary>
public enum Better
{
    /// <summary>The larger number, or the later day.</summary>
    Higher,

    /// <summary>The smaller number, or the earlier day.</summary>
    Lower,

    /// <summary>Neither can be called better by itself.</summary>
    Neither,
}
