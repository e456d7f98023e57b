namespace Simulator.Analysis.Exports.Otlp;

/// <summary>How requests of OTLP travel.</summary>
public enum OtlpProtocol
{
    /// <summary>Protocol Buffers in the body of an HTTP request, <c>http/protobuf</c>.</summary>
    Http,

    /// <summary>A unary call of gRPC, <c>grpc</c>.</summary>
    Grpc,
}
