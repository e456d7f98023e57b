using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>
/// Answers <c>GET /metrics</c> with what this silo measures, for a Prometheus that scrapes it. It is there only where a port is
/// named; docs/telemetry.md says what stands in the answer, docs/adr/0022 why it is made of what the runtime has.
/// </summary>
internal sealed class MetricsEndpoint : IDisposable
{
    private const string Path = "/metrics";

    private readonly HttpListener listener;
    private readonly MeterBook book;

    private MetricsEndpoint(HttpListener listener, MeterBook book)
    {
        (this.listener, this.book) = (listener, book);
        _ = Serve();
    }

    /// <summary>Begins to listen and to answer.</summary>
    /// <param name="address">At which address of this machine; it is asked by that address, or as localhost.</param>
    /// <param name="port">At which port.</param>
    /// <param name="meters">Whose instruments.</param>
    /// <exception cref="ClusterException">Somebody else has the port, or the address is not of this machine.</exception>
    internal static MetricsEndpoint Start(IPAddress address, int port, IReadOnlyCollection<string> meters)
    {
        var listener = Listen(address, port);
        return new MetricsEndpoint(listener, new MeterBook(meters));
    }

    /// <summary>The root of what is served at an address and a port; one of IPv6 stands in brackets.</summary>
    internal static string UrlOf(IPAddress address, int port) => $"http://{new IPEndPoint(address, port)}/";

    public void Dispose()
    {
        listener.Close();
        book.Dispose();
    }

    private static HttpListener Listen(IPAddress address, int port)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            throw new ClusterException(
                $"Metrics cannot be served at {address}: what serves them knows addresses of IPv4 only. "
                + "Give --listen one of these, or leave --metrics-port out.");
        }

        var listener = new HttpListener { IgnoreWriteExceptions = true };
        try
        {
            listener.Prefixes.Add(UrlOf(address, port));
            if (IPAddress.IsLoopback(address))
            {
                listener.Prefixes.Add($"http://localhost:{port}/");
            }

            listener.TimeoutManager.IdleConnection = TimeSpan.FromSeconds(30);
            listener.Start();
            return listener;
        }
        catch (Exception trouble) when (trouble is HttpListenerException or SocketException)
        {
            listener.Close();
            throw new ClusterException(
                $"Metrics cannot be served at {new IPEndPoint(address, port)} ({trouble.Message.TrimEnd('.')}). "
                + "Somebody else may have the port: choose another with --metrics-port.",
                trouble);
        }
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = Answer(await listener.GetContextAsync());
            }
            catch (Exception) when (!listener.IsListening)
            {
                return; // it was closed
            }
            catch (Exception trouble) when (trouble is HttpListenerException or IOException or InvalidOperationException)
            {
                // One who asked has gone; the next one is served.
            }
        }
    }

    /// <summary>Whoever asks is of no concern to the silo: what goes wrong here ends here.</summary>
    private async Task Answer(HttpListenerContext context)
    {
        using var response = context.Response;
        response.StatusCode = (int)HttpStatusCode.InternalServerError; // until it is known
        try
        {
            var (status, type, text) = context.Request switch
            {
                { Url.AbsolutePath: not Path } => (HttpStatusCode.NotFound, "text/plain; charset=utf-8", $"Metrics are at {Path}.\n"),
                { HttpMethod: not ("GET" or "HEAD") } => (
                    HttpStatusCode.MethodNotAllowed, "text/plain; charset=utf-8", $"GET {Path} is all there is.\n"),
                _ => Metrics(context.Request.Headers["Accept"]),
            };
            if (status == HttpStatusCode.MethodNotAllowed)
            {
                response.AddHeader("Allow", "GET, HEAD");
            }

            var body = Encoding.UTF8.GetBytes(text);
            response.StatusCode = (int)status;
            response.ContentType = type;
            response.ContentLength64 = body.Length;
            if (context.Request.HttpMethod != "HEAD")
            {
                await response.OutputStream.WriteAsync(body);
            }
        }
        catch (Exception trouble) when (trouble is HttpListenerException or IOException or ObjectDisposedException
            or InvalidOperationException or ProtocolViolationException)
        {
            response.Abort();
        }

        (HttpStatusCode, string, string) Metrics(string? accept)
        {
            var (text, type) = book.Read(accept?.Contains("application/openmetrics-text", StringComparison.OrdinalIgnoreCase) == true);
            return (HttpStatusCode.OK, type, text);
        }
    }
}
