using System.Net;
using System.Net.Sockets;

namespace Simulator.Cluster.Hosting;

/// <summary>A port of this machine's loopback that nobody listens on.</summary>
internal static class FreePort
{
    internal static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
