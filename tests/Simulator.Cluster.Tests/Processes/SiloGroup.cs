using Npgsql;
using Simulator.Cluster.Database;
using Simulator.Cluster.Tests.Database;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Silos of one cluster, each a process of its own, that share a database of their own. They look after each
/// other as the issue of a killed silo asks for it: probes of one second, dead after two that were missed.
/// </summary>
internal sealed class SiloGroup : IAsyncDisposable
{
    private readonly List<ProgramProcess> silos = [];
    private readonly Dictionary<string, string> variables = [];
    private readonly string folder = Directory.CreateTempSubdirectory("silos-").FullName;

    private SiloGroup(string database, string? secret)
    {
        // As users write it: with a pool of connections, which the server's own tests go without.
        Database = new NpgsqlConnectionStringBuilder(database) { Pooling = true }.ConnectionString;
        variables["SIMULATOR_DATABASE"] = Database;
        Secret = secret;
        if (secret is not null)
        {
            System.IO.File.WriteAllText(SecretFile, secret + "\n");
        }
    }

    public string Name { get; } = $"test-{Guid.NewGuid():n}";

    public string Database { get; }

    public string? Secret { get; }

    public string SecretFile => Path.Combine(folder, "secret");

    public IReadOnlyList<ProgramProcess> Silos => silos;

    public ClusterAddress Address => new() { Cluster = Name, Database = Database, Secret = Secret };

    /// <summary>A cluster with a database that has its tables, and no silo yet.</summary>
    public static async Task<SiloGroup> On(PostgresServer server, string? secret = null)
    {
        var database = await server.NewDatabase();
        await ClusterDatabase.Initialise(database, TestContext.Current.CancellationToken);
        return new SiloGroup(database, secret);
    }

    /// <summary>Starts silos and waits until they are ready.</summary>
    public async Task Start(int count, CancellationToken cancellation)
    {
        var started = Enumerable.Range(0, count).Select(_ => Begin()).ToArray();
        silos.AddRange(started);
        await Task.WhenAll(started.Select(silo => silo.Said("is ready", cancellation)));
    }

    /// <summary>Starts a silo in the place of one that is gone.</summary>
    public Task Replace(int place, CancellationToken cancellation)
    {
        silos[place].Dispose();
        silos[place] = Begin();
        return silos[place].Said("is ready", cancellation);
    }

    /// <summary>
    /// The program in this cluster's folder, with its database; all else is in the arguments. What tests keep
    /// there has a name of its own for each, since they share the group and run in any order.
    /// </summary>
    public ProgramProcess Program(params string[] arguments)
    {
        var kept = Array.IndexOf(arguments, "--out") is >= 0 and var place ? arguments[place + 1] : null;
        Assert.False(
            kept is not null && Directory.Exists(Path.Combine(folder, kept)),
            $"Another test of this cluster has kept something as '{kept}'.");
        return ProgramProcess.Start(folder, variables, arguments);
    }

    /// <summary>A client that runs a scenario, keeps it under a name and says so as JSON.</summary>
    public ProgramProcess Client(string scenario, string kept) => Program(
        ["run", scenario, "--replications", "0", "--out", kept, "--format", "json", "--cluster", Name, .. SecretOption]);

    /// <summary>Writes a file into this cluster's folder.</summary>
    public string File(string name, string text)
    {
        var file = Path.Combine(folder, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    /// <summary>A file of a run that a client has kept under a name.</summary>
    public string Kept(string kept, string name) => System.IO.File.ReadAllText(Path.Combine(folder, kept, name));

    /// <summary>Whether there is a file under the name that a client keeps things under.</summary>
    public bool IsKept(string kept, string name) => System.IO.File.Exists(Path.Combine(folder, kept, name));

    /// <summary>Waits until a sweep that is under way has kept the first of its runs.</summary>
    public async Task HasRuns(ProgramProcess client, string kept, CancellationToken cancellation)
    {
        var log = new FileInfo(Path.Combine(folder, kept, "unfinished.jsonl"));
        while (!log.Exists || log.Length == 0)
        {
            Assert.False(client.HasEnded, client.Error);
            await Task.Delay(20, cancellation);
            log.Refresh();
        }
    }

    /// <summary>The journal that a client has kept under a name.</summary>
    public byte[] Journal(string kept) => System.IO.File.ReadAllBytes(Path.Combine(folder, kept, "journal.bin"));

    /// <summary>What a run that is not yet whole has of its journal; 0: nothing.</summary>
    public long Unfinished(ProgramProcess client, string kept)
    {
        var file = new FileInfo(Path.Combine(folder, $"{kept}.unfinished-{client.Id}", "journal.bin"));
        return file.Exists ? file.Length : 0;
    }

    /// <summary>Asks the database.</summary>
    public async Task<object?> Ask(string query)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // The texts are the tests' own.
        await using var command = new NpgsqlCommand(query, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var silo in silos)
        {
            silo.Dispose();
        }

        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<string> SecretOption => Secret is null ? [] : ["--secret-file", SecretFile];

    private ProgramProcess Begin() => Program(
        ["silo", "--cluster", Name, "--probe-seconds", "1", "--missed-probes", "2", .. SecretOption]);
}
