namespace Simulator.Analysis.Exports.Otlp;

/// <summary>The statuses of gRPC, and which of them another try may mend: opentelemetry-proto 1.11.0, docs/specification.md.</summary>
internal static class GrpcStatus
{
    private const int ResourceExhausted = 8;

    private static readonly string[] s_names =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE",
        "DATA_LOSS", "UNAUTHENTICATED",
    ];

    internal static string Name(int code) => code >= 0 && code < s_names.Length ? s_names[code] : $"status {code}";

    /// <summary>What a status means for a request.</summary>
    /// <param name="code">The status.</param>
    /// <param name="saysWhen">Whether it says when to try again, without which a receiver that is full stays so.</param>
    internal static SendOutcome Outcome(int code, bool saysWhen) => Name(code) switch
    {
        "CANCELLED" or "DEADLINE_EXCEEDED" or "ABORTED" or "OUT_OF_RANGE" or "UNAVAILABLE" or "DATA_LOSS" => SendOutcome.Busy,
        _ when code == ResourceExhausted => saysWhen ? SendOutcome.Busy : SendOutcome.Refused,
        "NOT_FOUND" or "PERMISSION_DENIED" or "UNIMPLEMENTED" or "UNAUTHENTICATED" => SendOutcome.Closed,
        _ => SendOutcome.Refused,
    };

    /// <summary>
    /// The time in a <c>google.rpc.RetryInfo</c> among the details of a <c>google.rpc.Status</c>; <c>null</c>: there is none.
    /// </summary>
    /// <param name="details">As the trailer has it, Base64 with or without padding.</param>
    internal static TimeSpan? RetryAfter(string? details)
    {
        if (details is null || !TryBase64(details, out var bytes))
        {
            return null;
        }

        var status = new WireReader(bytes);
        while (status.Read())
        {
            if (status.Field == 3 && InRetryInfo(status.Bytes) is { } delay)
            {
                return delay;
            }
        }

        return null;
    }

    private static TimeSpan? InRetryInfo(ReadOnlySpan<byte> any)
    {
        var isRetryInfo = false;
        ReadOnlySpan<byte> value = default;
        var reader = new WireReader(any);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                isRetryInfo = reader.Text.EndsWith("/google.rpc.RetryInfo", StringComparison.Ordinal);
            }
            else if (reader.Field == 2)
            {
                value = reader.Bytes;
            }
        }

        var info = new WireReader(value);
        return isRetryInfo && info.Read() && info.Field == 1 ? Duration(info.Bytes) : null;
    }

    private static TimeSpan Duration(ReadOnlySpan<byte> duration)
    {
        var (seconds, nanoseconds) = (0L, 0L);
        var reader = new WireReader(duration);
        while (reader.Read())
        {
            (seconds, nanoseconds) = reader.Field == 1 ? (reader.Number, nanoseconds) : (seconds, reader.Number);
        }

        return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) + TimeSpan.FromTicks(Math.Clamp(nanoseconds, 0, 999_999_999) / 100);
    }

    private static bool TryBase64(string text, out byte[] bytes)
    {
        try
        {
            bytes = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
            return true;
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }
}
