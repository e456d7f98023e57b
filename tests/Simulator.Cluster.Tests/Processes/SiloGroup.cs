using Npgsql;
using Simulator.Cluster.Database;
using Simulator.Cluster.Tests.Database;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Silos of one cluster, each a process of its own, that share a database of their own. They look after each other
/// as the issue of a killed silo asks for it: probes of one second, dead after two that were missed.
/// </summary>
internal sealed class SiloGroup : IAsyncDisposable
{
    private readonly List<ProgramProcess> _silos = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("silos-").FullName;

    private SiloGroup(string database, string? secret)
    {
        // As users write it: with a pool of connections, which the server's own tests go without.
        Database = new NpgsqlConnectionStringBuilder(database) { Pooling = true }.ConnectionString;
        _variables["SIMULATOR_DATABASE"] = Database;
        Secret = secret;
        if (secret is not null)
        {
            File.WriteAllText(SecretFile, secret + "\n");
        }
    }

    public string Name { get; } = $"test-{Guid.NewGuid():n}";

    public string Database { get; }

    public string? Secret { get; }

    public string SecretFile => Path.Combine(_folder, "secret");

    public IReadOnlyList<ProgramProcess> Silos => _silos;

    public ClusterAddress Address => new() { Cluster = Name, Database = Database, Secret = Secret };

    /// <summary>A cluster with a database that has its tables, and no silo yet.</summary>
    public static async Task<SiloGroup> On(PostgresServer server, string? secret = null)
    {
        var database = await server.NewDatabase();
        await ClusterDatabase.Initialise(database, TestContext.Current.CancellationToken);
        return new SiloGroup(database, secret);
    }

    /// <summary>Starts silos and waits until they are ready.</summary>
    public async Task Start(int silos, CancellationToken cancellation)
    {
        var started = Enumerable.Range(0, silos).Select(_ => Begin()).ToArray();
        _silos.AddRange(started);
        await Task.WhenAll(started.Select(silo => silo.Said("is ready", cancellation)));
    }

    /// <summary>Starts a silo in the place of one that is gone.</summary>
    public Task Replace(int place, CancellationToken cancellation)
    {
        _silos[place].Dispose();
        _silos[place] = Begin();
        return _silos[place].Said("is ready", cancellation);
    }

    /// <summary>The program in this cluster's folder, with its database; all else is in the arguments.</summary>
    public ProgramProcess Program(params string[] arguments) => ProgramProcess.Start(_folder, _variables, arguments);

    /// <summary>A client that runs a scenario, keeps it under a name and says so as JSON.</summary>
    public ProgramProcess Client(string scenario, string kept) => Program(
        ["run", scenario, "--replications", "0", "--out", kept, "--format", "json", "--cluster", Name, .. SecretOption]);

    /// <summary>The journal that a client has kept under a name.</summary>
    public byte[] Journal(string kept) => File.ReadAllBytes(Path.Combine(_folder, kept, "journal.bin"));

    /// <summary>What a run that is not yet whole has of its journal; 0: nothing.</summary>
    public long Unfinished(ProgramProcess client, string kept)
    {
        var file = new FileInfo(Path.Combine(_folder, $"{kept}.unfinished-{client.Id}", "journal.bin"));
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
        foreach (var silo in _silos)
        {
            silo.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<string> SecretOption => Secret is null ? [] : ["--secret-file", SecretFile];

    private ProgramProcess Begin() => Program(
        ["silo", "--cluster", Name, "--probe-seconds", "1", "--missed-probes", "2", .. SecretOption]);
}
