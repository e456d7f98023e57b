using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

/// <summary>A receiver over HTTP that answers as it is told, and takes all when it has no more to say.</summary>
internal sealed class WebReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Queue<Action<HttpListenerResponse>> _answers;

    public WebReceiver(params Action<HttpListenerResponse>[] answers)
    {
        _answers = new(answers);
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Listen();
    }

    public Uri Address { get; }

    /// <summary>What came, request by request.</summary>
    public ConcurrentQueue<(string Path, string? Type, byte[] Body)> Requests { get; } = [];

    public OtlpTarget Target => new() { Address = new Uri(Address, "v1/traces"), Protocol = OtlpProtocol.Http };

    public static Action<HttpListenerResponse> Status(int code, string? retryAfter = null) => response =>
    {
        response.StatusCode = code;
        if (retryAfter is not null)
        {
            response.AddHeader("Retry-After", retryAfter);
        }
    };

    /// <summary>That only some of the spans were taken.</summary>
    public static Action<HttpListenerResponse> Rejects(long spans, string why) => response =>
    {
        var wire = new WireWriter();
        var partial = wire.Begin(1);
        wire.Number(1, spans);
        wire.Text(2, why);
        wire.End(partial);
        response.ContentType = "application/x-protobuf";
        response.OutputStream.Write(wire.Written);
    };

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Requests.Enqueue((context.Request.Url!.AbsolutePath, context.Request.ContentType, body.ToArray()));
                if (_answers.TryDequeue(out var answer))
                {
                    answer(context.Response);
                }

                context.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
