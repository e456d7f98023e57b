using System.Net;
using System.Net.Sockets;

namespace Simulator.Cluster.Hosting;

/// <summary>Ports that nobody listens on.</summary>
internal static class FreePort
{
    private const int Tried = 100;

    /// <summary>Any port of this machine's loopback.</summary>
    internal static int Any()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>The first from a number on.</summary>
    /// <exception cref="ClusterException">A hundred in a row are taken.</exception>
    internal static int From(IPAddress address, int first)
    {
        for (var port = first; port < first + Tried; port++)
        {
            if (IsFree(address, port))
            {
                return port;
            }
        }

        throw new ClusterException($"All ports from {first} to {first + Tried - 1} are taken at {address}: name another.");
    }

    /// <summary>Whether a silo can listen there.</summary>
    /// <exception cref="ClusterException">The address is none of this machine's.</exception>
    internal static bool IsFree(IPAddress address, int port)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException trouble) when (trouble.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new ClusterException($"{address} is no address of this machine.");
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
