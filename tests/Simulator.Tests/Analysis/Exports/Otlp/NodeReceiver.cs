using System.Diagnostics;
using System.Text.Json;
using Simulator.Analysis.Exports.Otlp;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Exports.Otlp;

/// <summary>
/// The receiver of eng/otlp, which decodes by the official messages of other makers. Tests are skipped where it is not
/// installed.
/// </summary>
internal sealed class NodeReceiver : IDisposable
{
    private readonly Process _node;
    private readonly Task<string> _printed;

    private NodeReceiver(Process node, string ports)
    {
        _node = node;
        _printed = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var told = JsonDocument.Parse(ports);
        HttpPort = told.RootElement.GetProperty("http").GetInt32();
        GrpcPort = told.RootElement.GetProperty("grpc").GetInt32();
    }

    public static string Folder { get; } = Path.Combine(ShippedScenarios.Repository, "eng", "otlp");

    public int HttpPort { get; }

    public int GrpcPort { get; }

    /// <summary>Starts one that gives some answers first.</summary>
    public static NodeReceiver Start(params string[] answers)
    {
        SkipUnlessInstalled("@opentelemetry/otlp-transformer");
        var node = Run("node", [Path.Combine(Folder, "receive.cjs"), .. answers]);
        var ports = node.StandardOutput.ReadLine();
        Assert.True(ports is not null, ports is null ? node.StandardError.ReadToEnd() : "");
        return new NodeReceiver(node, ports!);
    }

    public static void SkipUnlessInstalled(string package) => Assert.SkipUnless(
        Directory.Exists(Path.Combine(Folder, "node_modules", package)), $"{package} is not installed: npm ci --prefix eng/otlp");

    public static Process Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }

    public OtlpTarget Target(OtlpProtocol protocol, bool isCompressed = false) => OtlpSettings.Target(
        $"http://127.0.0.1:{(protocol == OtlpProtocol.Grpc ? GrpcPort : HttpPort)}", protocol == OtlpProtocol.Grpc ? "grpc" : null,
        ["x-run=bac-kan"], isCompressed ? "gzip" : null, _ => null);

    /// <summary>Ends it, and gives the requests that came.</summary>
    public List<JsonElement> Requests()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        return
        [
            .. _printed.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
    }

    public void Dispose()
    {
        if (!_node.HasExited)
        {
            _node.Kill();
        }

        _node.Dispose();
    }
}
