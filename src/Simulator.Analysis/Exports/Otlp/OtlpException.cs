namespace Simulator.Analysis.Exports.Otlp;

/// <summary>Something about an export to OTLP that its user can put right; the message says what.</summary>
public sealed class OtlpException : Exception
{
    /// <summary>An exception with a sentence that helps.</summary>
    public OtlpException(string message)
        : base(message)
    {
    }
}
