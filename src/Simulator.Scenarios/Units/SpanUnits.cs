namespace Simulator.Scenarios.Units;

/// <summary>Which units of time make sense in a place.</summary>
internal enum SpanUnits : byte
{
    /// <summary>Elapsed time: <c>m h d</c>.</summary>
    Elapsed,

    /// <summary>Working time: <c>wm wh wd</c>.</summary>
    Working,

    /// <summary>Either, as written.</summary>
    Either,
}
