namespace Simulator.Kernel.Documents;

/// <summary>Classes of papers that stand together.</summary>
public static class PaperClasses
{
    /// <summary>Whether a paper is a directive, or implements one, be it a new one or one that amends another.</summary>
    /// <param name="paper">The class of the paper.</param>
    public static bool BringsDirective(this PaperClass paper) =>
        paper is PaperClass.Directive or PaperClass.Amendment;
}
