namespace Simulator.Analysis.Exports.Otlp;

/// <summary>Sends requests, each once.</summary>
internal interface ISpanSender : IDisposable
{
    /// <summary>Sends a request.</summary>
    /// <param name="request">An <c>ExportTraceServiceRequest</c>.</param>
    /// <param name="cancellation">Given up, it ends with <see cref="OperationCanceledException"/>.</param>
    Task<SendAnswer> Send(byte[] request, CancellationToken cancellation);
}
