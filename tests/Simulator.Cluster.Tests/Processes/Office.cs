using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>A folder to start the program in, with no cluster and no database around it.</summary>
internal sealed class Office : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("office-").FullName;
    private readonly int[] ports = [FreePort(), FreePort(), FreePort()];

    public ProgramProcess Program(params string[] arguments) =>
        ProgramProcess.Start(folder, new Dictionary<string, string>(), arguments);

    /// <summary>One of three ports that were free when the office was opened.</summary>
    public string Port(int number = 0) => ports[number].ToString(CultureInfo.InvariantCulture);

    /// <summary>A file with a text in it.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
