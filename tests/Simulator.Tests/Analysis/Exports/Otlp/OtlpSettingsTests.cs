using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

public sealed class OtlpSettingsTests
{
    private const string Grpc = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    [Fact]
    public void Unless_told_otherwise_it_goes_to_this_machine_by_http()
    {
        var target = Target();
        Assert.Equal((OtlpProtocol.Http, "http://localhost:4318/v1/traces"), (target.Protocol, target.Address.ToString()));
        Assert.Equal("http://localhost:4317" + Grpc, Target(protocol: "grpc").Address.ToString());
        Assert.Equal(TimeSpan.FromSeconds(10), target.Limit);
    }

    [Theory]
    [InlineData("http://there:4318", "http://there:4318/v1/traces")]
    [InlineData("http://there:4318/", "http://there:4318/v1/traces")]
    [InlineData("https://there/otlp", "https://there/otlp/v1/traces")]
    [InlineData("https://there/otlp/v1/traces", "https://there/otlp/v1/traces")]
    public void An_endpoint_is_where_the_address_begins(string endpoint, string address)
    {
        Assert.Equal(address, Target(endpoint).Address.ToString());
        Assert.Equal(address, Target(null, null, ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)).Address.ToString());
    }

    [Fact]
    public void What_is_asked_for_wins_then_what_is_set_for_traces_then_what_is_set_for_all()
    {
        (string, string)[] all = [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")];
        (string, string)[] traces =
            [.. all, ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:2/as/is"), ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf")];
        Assert.Equal("http://all:1" + Grpc, Target(null, null, all).Address.ToString());
        Assert.Equal("http://traces:2/as/is", Target(null, null, traces).Address.ToString());
        Assert.Equal("http://asked:3/v1/traces", Target("http://asked:3", null, traces).Address.ToString());
        Assert.Equal("http://asked:3" + Grpc, Target("http://asked:3", "grpc", traces).Address.ToString());
    }

    [Fact]
    public void Headers_limits_and_compression_come_from_the_environment_too()
    {
        var target = OtlpSettings.Target(null, null, ["x-two=b=c"], null, Set(
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-one=a%20b, authorization=Basic%20QQ=="), ("OTEL_EXPORTER_OTLP_TIMEOUT", "250"),
            ("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip")));
        Assert.Equal(["x-one: a b", "authorization: Basic QQ==", "x-two: b=c"], target.Headers.Select(each => $"{each.Key}: {each.Value}"));
        Assert.Equal((TimeSpan.FromMilliseconds(250), true), (target.Limit, target.IsCompressed));
    }

    [Theory]
    [InlineData("localhost:4318", null, "", "--endpoint is 'localhost:4318'; it takes a URL with http or https")]
    [InlineData(null, "http/json", "", "--protocol is 'http/json'; it can be http/protobuf or grpc")]
    [InlineData(null, null, "OTEL_EXPORTER_OTLP_PROTOCOL=http/json", "OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json'")]
    [InlineData(null, null, "OTEL_EXPORTER_OTLP_TIMEOUT=10s", "OTEL_EXPORTER_OTLP_TIMEOUT is '10s'; it takes milliseconds")]
    [InlineData(null, null, "OTEL_EXPORTER_OTLP_COMPRESSION=zstd", "OTEL_EXPORTER_OTLP_COMPRESSION is 'zstd'")]
    [InlineData(null, null, "OTEL_EXPORTER_OTLP_HEADERS=secret", "OTEL_EXPORTER_OTLP_HEADERS takes name=value")]
    [InlineData(null, null, "OTEL_EXPORTER_OTLP_HEADERS=x-a=secret is %C3%A9", "gives x-a a value with letters that are not ASCII")]
    public void What_means_nothing_is_refused_by_its_name(string? endpoint, string? protocol, string variable, string sentence)
    {
        var pair = variable.Split('=', 2);
        var mistake = Assert.Throws<OtlpException>(() => OtlpSettings.Target(
            endpoint, protocol, [], null, name => pair.Length == 2 && name == pair[0] ? pair[1] : null));
        Assert.Contains(sentence, mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret is", mistake.Message, StringComparison.Ordinal);
    }

    private static OtlpTarget Target(string? endpoint = null, string? protocol = null, params (string, string)[] variables) =>
        OtlpSettings.Target(endpoint, protocol, [], null, Set(variables));

    private static Func<string, string?> Set(params (string Name, string Value)[] variables) =>
        name => variables.Where(each => each.Name == name).Select(each => each.Value).FirstOrDefault();
}
