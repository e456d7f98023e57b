namespace Simulator.Kernel.Documents;

/// <summary>An assignment of a directive, named by another.</summary>
/// <param name="Directive">Id of the directive.</param>
/// <param name="Assignment">Id of the assignment in it.</param>
public sealed record AssignmentReference(string Directive, string Assignment);
