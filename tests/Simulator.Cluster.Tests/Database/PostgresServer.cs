using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Simulator.Cluster.Tests.Database.PostgresServer))]

namespace Simulator.Cluster.Tests.Database;

/// <summary>
/// A private PostgreSQL server in a temporary folder, on a free port of this machine only, gone at the end.
/// As a fixture it starts when a test first asks for a database; a test that stops the server makes one of
/// its own.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "simulator";
    public const string Password = "not a secret; really";

    private readonly SemaphoreSlim starting = new(1);
    private string? programs;
    private string? folder;
    private int port;
    private int databases;

    /// <summary>Why there can be no server on this machine; null: there can.</summary>
    public static string? Unavailable { get; } =
        Programs() is null ? "PostgreSQL is not installed here: initdb was not found" : null;

    /// <summary>The port; 0 before the first start.</summary>
    public int Port => port;

    /// <summary>An empty database of one's own; the test is skipped where there is no PostgreSQL.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase()
    {
        Assert.SkipWhen(Unavailable is not null, Unavailable ?? "");
        await starting.WaitAsync();
        try
        {
            if (folder is null)
            {
                await Create();
            }
        }
        finally
        {
            starting.Release();
        }
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <summary>How to connect to a database of this server as its owner.</summary>
    public string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = User,
        Password = Password,
        Pooling = false,
    }.ConnectionString;

    /// <summary>
    /// Ends the server at once, as a crash would: connections break, what was committed stays.
    /// </summary>
    public Task Stop() => Run("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");

    /// <summary>Starts it again, on the same port and with what was committed.</summary>
    public async Task Start()
    {
        var options = $"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c max_connections=400";
        await Run("pg_ctl", "start", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder!, "log"), "-o", options);
    }

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        if (folder is null)
        {
            return;
        }

        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await Stop();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder!, "data");

    private async Task Create()
    {
        programs = Programs();
        // Short, since the path of a socket may have about a hundred letters.
        folder = Directory.CreateTempSubdirectory("pg").FullName;
        var secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, Password);
        if (Environment.IsPrivilegedProcess)
        {
            await Execute("chown", ["-R", "postgres", folder]);
        }

        await Run("initdb", "-D", Data, "-U", User, "--pwfile", secret, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--no-locale", "--no-sync");
        for (var attempt = 1; ; attempt++)
        {
            port = FreePort();
            try
            {
                await Start();
                return;
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                // Somebody else was faster to take the port.
            }
        }
    }

    private Task Run(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            // PostgreSQL refuses to run as root.
            ? Execute("runuser", ["-u", "postgres", "--", Path.Combine(programs!, program), .. arguments])
            : Execute(Path.Combine(programs!, program), arguments);

    private async Task Execute(string program, string[] arguments)
    {
        // No pipes: the server would inherit them and hold them open.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >> said 2>&1 < /dev/null");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: "
                + await File.ReadAllTextAsync(Path.Combine(folder!, "said")));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// The folder of the server's programs: on the path, or where Debian keeps them, the newest first.
    /// </summary>
    private static string? Programs()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return null;
        }

        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).Order(StringComparer.Ordinal).Reverse().Select(f => $"{f}/bin")
            : [];
        return installed.Concat(path).FirstOrDefault(
            folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
