namespace Simulator.Analysis.Measures.Delays;

/// <summary>By what bodies are put together.</summary>
public enum Grouping : byte
{
    /// <summary>By level, highest first.</summary>
    Level = 0,

    /// <summary>By kind, in the order declared.</summary>
    Kind = 1,

    /// <summary>By line of command, in the order declared.</summary>
    Line = 2,

    /// <summary>By the part of the hierarchy, along each body's first line.</summary>
    Place = 3,
}
