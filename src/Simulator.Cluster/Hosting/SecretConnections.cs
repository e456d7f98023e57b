using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;
using Simulator.Cluster.Security;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Hangs the shared secret into the connections of silos and clients: each is begun with the handshake, and
/// what Orleans says afterwards is sealed. A connection that fails it is never seen by Orleans.
/// </summary>
internal static partial class SecretConnections
{
    /// <summary>
    /// For all connections of a silo: from silos, to silos, and from clients at the gateway.
    /// </summary>
    public static void UseSecret(this SiloConnectionOptions options, SharedSecret secret)
    {
        options.ConfigureSiloInboundConnection(builder => Respond(builder, secret));
        options.ConfigureGatewayInboundConnection(builder => Respond(builder, secret));
        options.ConfigureSiloOutboundConnection(builder => Initiate(builder, secret));
    }

    /// <summary>For all connections of a client.</summary>
    public static void UseSecret(this ClientConnectionOptions options, SharedSecret secret) =>
        options.ConfigureConnection(builder => Initiate(builder, secret));

    private static void Initiate(IConnectionBuilder builder, SharedSecret secret)
    {
        var handshake = new SecretHandshake(secret);
        Use(builder, (transport, closed) => handshake.Initiate(transport, closed));
    }

    private static void Respond(IConnectionBuilder builder, SharedSecret secret)
    {
        var handshake = new SecretHandshake(secret);
        Use(builder, (transport, closed) => handshake.Respond(transport, closed));
    }

    private static void Use(
        IConnectionBuilder builder, Func<IDuplexPipe, CancellationToken, Task<SealedPipe>> handshake)
    {
        var logs = builder.ApplicationServices.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var log = logs.CreateLogger("Simulator.Cluster.Security");
        var refusals = builder.ApplicationServices.GetService<SecretRefusals>();
        builder.Use(next => connection => Carry(connection, next, handshake, log, refusals));
    }

    private static async Task Carry(
        ConnectionContext connection,
        ConnectionDelegate next,
        Func<IDuplexPipe, CancellationToken, Task<SealedPipe>> handshake,
        ILogger log,
        SecretRefusals? refusals)
    {
        var transport = connection.Transport;
        SealedPipe pipe;
        try
        {
            pipe = await handshake(transport, connection.ConnectionClosed);
        }
        catch (SecretFailedException failed)
        {
            // Thrown on, it is the reason that Orleans gives whoever wanted this connection.
            Refused(log, connection.RemoteEndPoint?.ToString(), failed.Message);
            if (refusals is not null)
            {
                refusals.Last = failed.Message;
            }

            throw;
        }

        try
        {
            connection.Transport = pipe;
            await using (pipe)
            {
                await next(connection);
            }
        }
        finally
        {
            // Orleans closes what it gave.
            connection.Transport = transport;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection with {Remote}. {Reason}")]
    private static partial void Refused(ILogger log, string? remote, string reason);
}
