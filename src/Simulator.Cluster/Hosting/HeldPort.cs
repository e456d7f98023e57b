using System.Net;
using System.Net.Sockets;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// A port that nobody listens on, held for a silo until it listens there itself. Orleans shares the ports
/// that it listens on (on Unix <c>ReuseAddress</c> is also <c>SO_REUSEPORT</c>), so that of two silos that
/// find the same port free neither would notice, and each would get a part of the other's calls. What holds a
/// port is a datagram socket of the same number, which is nobody else's and goes with its process.
/// </summary>
internal sealed class HeldPort : IDisposable
{
    private const int Tried = 100;

    private readonly Socket hold;

    private HeldPort(int number, Socket hold) => (Number, this.hold) = (number, hold);

    internal int Number { get; }

    /// <summary>Any port of this machine's loopback that is free at this moment.</summary>
    internal static int Any()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>The first from a number on.</summary>
    /// <exception cref="ClusterException">A hundred in a row are taken.</exception>
    internal static HeldPort From(IPAddress address, int first)
    {
        for (var port = first; port < first + Tried; port++)
        {
            if (Of(address, port) is { } held)
            {
                return held;
            }
        }

        throw new ClusterException(
            $"All ports from {first} to {first + Tried - 1} are taken at {address}: name another.");
    }

    /// <summary>That port; <c>null</c>: it is taken.</summary>
    /// <exception cref="ClusterException">The address is none of this machine's.</exception>
    internal static HeldPort? Of(IPAddress address, int port)
    {
        var hold = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        using var probe = new TcpListener(address, port);
        try
        {
            hold.Bind(new IPEndPoint(address, port));
            probe.Start();
            return new HeldPort(port, hold);
        }
        catch (SocketException trouble)
        {
            hold.Dispose();
            return trouble.SocketErrorCode == SocketError.AddressNotAvailable
                ? throw new ClusterException($"{address} is no address of this machine.")
                : null;
        }
    }

    public void Dispose() => hold.Dispose();
}
