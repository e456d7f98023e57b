namespace Simulator.Scenarios.Problems;

/// <summary>Where something is written.</summary>
/// <param name="File">The file as a person would name it, or <c>vn/2021</c> for a library in the
/// program.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The place as compilers and editors write it, <c>file:line:column</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}");
}
