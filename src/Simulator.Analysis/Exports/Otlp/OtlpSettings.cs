using System.Globalization;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Where to send, from what was asked for and from the environment: the variables of <i>OpenTelemetry Protocol Exporter</i>
/// (opentelemetry-specification 1.55, protocol/exporter.md). What is asked for wins, then what is set for traces, then what is
/// set for all.
/// </summary>
public static class OtlpSettings
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";
    private const string HttpPath = "v1/traces";
    private const string GrpcPath = "opentelemetry.proto.collector.trace.v1.TraceService/Export";

    /// <summary>The target.</summary>
    /// <param name="endpoint">As asked for; <c>null</c>: it was not.</param>
    /// <param name="protocol"><c>grpc</c> or <c>http/protobuf</c>; <c>null</c>: it was not asked for.</param>
    /// <param name="headers">Each <c>name=value</c>; they go beside those of the environment.</param>
    /// <param name="compression"><c>gzip</c> or <c>none</c>; <c>null</c>: it was not asked for.</param>
    /// <param name="variable">What a variable of the environment is set to.</param>
    /// <exception cref="OtlpException">A value means nothing.</exception>
    public static OtlpTarget Target(
        string? endpoint, string? protocol, IEnumerable<string> headers, string? compression, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(variable);
        var spoken = ProtocolOf(protocol, variable);
        return new OtlpTarget
        {
            Address = AddressOf(endpoint, spoken, variable),
            Protocol = spoken,
            Headers = [.. FromEnvironment(variable), .. headers.Select(each => Header(each, "--header", each))],
            Limit = LimitOf(variable),
            IsCompressed = CompressionOf(compression, variable),
        };
    }

    private static OtlpProtocol ProtocolOf(string? wanted, Func<string, string?> variable)
    {
        var (name, value) = Setting("PROTOCOL", variable);
        return (wanted ?? value) switch
        {
            null or "http/protobuf" => OtlpProtocol.Http,
            "grpc" => OtlpProtocol.Grpc,
            var other => throw new OtlpException(
                $"{(wanted is null ? name : "--protocol")} is '{other}'; it can be http/protobuf or grpc."),
        };
    }

    private static bool CompressionOf(string? wanted, Func<string, string?> variable)
    {
        var (name, value) = Setting("COMPRESSION", variable);
        return (wanted ?? value) switch
        {
            null or "none" => false,
            "gzip" => true,
            var other => throw new OtlpException(
                $"{(wanted is null ? name : "--compression")} is '{other}'; it can be gzip or none."),
        };
    }

    /// <summary>
    /// The address for traces alone is taken as it is, over HTTP; any other is the beginning of one, and so is what was asked
    /// for, unless it ends as such an address does.
    /// </summary>
    private static Uri AddressOf(string? wanted, OtlpProtocol protocol, Func<string, string?> variable)
    {
        var (name, value) = wanted is null ? Setting("ENDPOINT", variable) : ("--endpoint", wanted);
        var text = value ?? (protocol == OtlpProtocol.Grpc ? "http://localhost:4317" : "http://localhost:4318");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host == "")
        {
            throw new OtlpException($"{name} is '{text}'; it takes a URL with http or https, such as http://localhost:4318.");
        }

        if (protocol == OtlpProtocol.Grpc)
        {
            return new Uri(address, $"/{GrpcPath}");
        }

        var path = address.AbsolutePath.TrimEnd('/');
        var isWhole = name == $"{Prefix}TRACES_ENDPOINT" || path.EndsWith($"/{HttpPath}", StringComparison.Ordinal);
        return isWhole ? address : new UriBuilder(address) { Path = $"{path}/{HttpPath}" }.Uri;
    }

    private static TimeSpan LimitOf(Func<string, string?> variable)
    {
        var (name, value) = Setting("TIMEOUT", variable);
        return value is null ? TimeSpan.FromSeconds(10)
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0
                ? TimeSpan.FromMilliseconds(milliseconds)
                : throw new OtlpException($"{name} is '{value}'; it takes milliseconds, 1 or more.");
    }

    /// <summary>Pairs as in W3C Baggage: between commas, values with percent signs for what is no plain character.</summary>
    private static IEnumerable<KeyValuePair<string, string>> FromEnvironment(Func<string, string?> variable)
    {
        var (name, value) = Setting("HEADERS", variable);
        return (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => Header(Uri.UnescapeDataString(pair), name, "a pair in it"));
    }

    private static KeyValuePair<string, string> Header(string pair, string from, string shown)
    {
        var sign = pair.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = sign > 0 ? (pair[..sign].Trim(), pair[(sign + 1)..].Trim()) : ("", "");
        var isName = name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        if (!isName || value.Any(char.IsControl))
        {
            throw new OtlpException($"{from} takes name=value, such as authorization=secret; {shown} is none.");
        }

        return value.All(char.IsAscii)
            ? new KeyValuePair<string, string>(name, value)
            : throw new OtlpException($"{from} gives {name} a value with letters that are not ASCII; a header cannot carry them.");
    }

    private static (string Name, string? Value) Setting(string what, Func<string, string?> variable)
    {
        foreach (var name in (string[])[$"{Prefix}TRACES_{what}", $"{Prefix}{what}"])
        {
            if (variable(name) is { Length: > 0 } value)
            {
                return (name, value);
            }
        }

        return ($"{Prefix}{what}", null);
    }
}
