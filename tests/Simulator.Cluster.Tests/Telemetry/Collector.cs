using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Simulator.Cluster.Tests.Telemetry;

/// <summary>A collector of OTLP over HTTP on this machine that keeps what it is sent.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> posts = [];

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Endpoint = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Endpoint + "/");
        listener.Start();
        _ = Serve();
    }

    public string Endpoint { get; }

    public int Posts => posts.Count;

    /// <summary>How many posts went to the path.</summary>
    public int PostsTo(string path) => posts.Count(post => post.Path == path);

    /// <summary>
    /// Whether any post to the path has the text in it: names are UTF-8 in protobuf as they are.
    /// </summary>
    public bool Heard(string path, ReadOnlySpan<byte> text)
    {
        foreach (var post in posts)
        {
            if (post.Path == path && post.Body.AsSpan().IndexOf(text) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var call = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                posts.Enqueue((call.Request.Url!.AbsolutePath, body.ToArray()));
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
