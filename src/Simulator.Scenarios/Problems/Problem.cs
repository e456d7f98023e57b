namespace Simulator.Scenarios.Problems;

/// <summary>
/// Something that is wrong with a scenario, said so that its author can put it right: where, what, what
/// would be right, and the valid name that was probably meant.
/// </summary>
/// <param name="Severity">Whether it stops a run.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Right">What would be right, one sentence; <c>null</c> where the first says it.</param>
/// <param name="Nearest">The nearest valid name; <c>null</c> where none is near.</param>
public sealed record Problem(
    Severity Severity, Place Place, string What, string? Right = null, string? Nearest = null)
{
    /// <summary>The file.</summary>
    public string File => Place.File;

    /// <summary>The line, from 1; 0: it was not written in a file.</summary>
    public int Line => Place.Line;

    /// <summary>The column, from 1; 0: it was not written in a file.</summary>
    public int Column => Place.Column;

    /// <summary>The problem on one line.</summary>
    public override string ToString()
    {
        string severity = Severity == Severity.Error ? "error" : "warning";
        string right = Right is null ? "" : $" {Right}";
        string nearest = Nearest is null ? "" : $" Did you mean '{Nearest}'?";
        return $"{Place}: {severity}: {What}{right}{nearest}";
    }
}
