using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Simulator.Cluster.Telemetry;

/// <summary>
/// Sends what a silo tells of itself, and what Orleans and the runtime tell, to a collector that speaks OTLP.
/// It is there only if OTEL_EXPORTER_OTLP_ENDPOINT names one; the other variables of OpenTelemetry hold as
/// they do anywhere. Disposing sends what is left.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const int MostMillisecondsAtTheEnd = 5_000;

    private static readonly string[] Sources =
        [ClusterTelemetry.Name, "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application"];

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    private TelemetryExport(IConfiguration variables)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(variables))
            .ConfigureResource(Describe)
            .AddSource(Sources)
            .SetSampler(CallSampler.By(variables["OTEL_TRACES_SAMPLER"], variables["OTEL_TRACES_SAMPLER_ARG"]))
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(variables))
            .ConfigureResource(Describe)
            .AddMeter([.. Meters])
            .AddOtlpExporter()
            .Build();

        void Describe(ResourceBuilder resource) => resource
            .AddService("simulator-silo", serviceVersion: ProgramVersion.Text)
            .AddEnvironmentVariableDetector();
    }

    /// <summary>The meters of a silo: our own, and those of Orleans and of the runtime.</summary>
    internal static IReadOnlyList<string> Meters { get; } = [ClusterTelemetry.Name, "Microsoft.Orleans", "System.Runtime"];

    /// <summary>Starts to send if the process's environment names a collector; null if not.</summary>
    /// <exception cref="ClusterException">What it names is none.</exception>
    public static TelemetryExport? Start() => Start(Environment.GetEnvironmentVariables());

    /// <inheritdoc/>
    public void Dispose()
    {
        traces.ForceFlush(MostMillisecondsAtTheEnd);
        metrics.ForceFlush(MostMillisecondsAtTheEnd);
        traces.Dispose();
        metrics.Dispose();
    }

    internal static TelemetryExport? Start(IDictionary environment)
    {
        var variables = new ConfigurationBuilder()
            .AddInMemoryCollection(environment.Cast<DictionaryEntry>()
                .Select(pair => KeyValuePair.Create((string)pair.Key, (string?)pair.Value)))
            .Build();
        var (endpoint, protocol) = (variables[Endpoint], variables[Protocol]);
        if (string.IsNullOrWhiteSpace(endpoint)
            || string.Equals(variables["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ClusterException(
                $"{Endpoint} is {endpoint}, and a collector's address looks like http://localhost:4317.");
        }

        if (!string.IsNullOrWhiteSpace(protocol) && protocol is not ("grpc" or "http/protobuf"))
        {
            throw new ClusterException($"{Protocol} is {protocol}, and can be grpc or http/protobuf.");
        }

        return new TelemetryExport(variables);
    }
}
