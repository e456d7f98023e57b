namespace Simulator.Analysis.Exports;

/// <summary>What is asked of an export does not go; the message says why, and what would.</summary>
public sealed class ExportException : Exception
{
    /// <summary>Says it.</summary>
    public ExportException(string message)
        : base(message)
    {
    }

    /// <summary>The name that is not known; <c>null</c>: it is not about one.</summary>
    public string? Unknown { get; init; }

    /// <summary>Names that would be known.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}
