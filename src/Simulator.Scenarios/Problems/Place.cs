namespace Simulator.Scenarios.Problems;

/// <summary>Where something is written.</summary>
/// <param name="File">The file as a person would name it, or <c>vn/2021</c> for a library in the
/// program.</param>
/// <param name="Line">The line, from 1; 0: it has none.</param>
/// <param name="Column">The column, from 1; 0: it has none.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>A place without lines, such as an option of the command line.</summary>
    /// <param name="name">What people call it.</param>
    public static Place Of(string name) => new(name, 0, 0);

    /// <summary>The place as compilers and editors write it, <c>file:line:column</c>.</summary>
    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}:{Line}:{Column}");
}
