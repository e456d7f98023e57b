using Npgsql;
using Simulator.Cluster.Database;
using Simulator.Cluster.Tests.Database;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>What silos and clients are told that cannot be: one line each, with what to do.</summary>
[Collection(SiloTests.Name)]
public sealed class BadInputTests(PostgresServer server, ThreeSilos three)
{
    private const string Nobody = "Host=127.0.0.1;Port=1;Database=simulator;Username=me";

    private static string Shipped => Scenario.Load(Scenario.Shipped[0]).File;

    [OnClusterTheory]
    [InlineData("run SCENARIO --database x", "--database, --gateway and --secret-file belong to --cluster NAME.")]
    [InlineData("run SCENARIO --gateway 7", "belong to --cluster NAME.")]
    [InlineData("run SCENARIO --cluster office --engine inprocess", "leave one of them out")]
    [InlineData("run SCENARIO --cluster no/good", "A cluster's name has")]
    [InlineData("run SCENARIO --cluster office --gateway 0", "--gateway takes a port from 1 to 65535, not 0.")]
    [InlineData("run SCENARIO --cluster office --secret-file gone", "The secret cannot be read")]
    [InlineData("silo", "A silo needs the name of its cluster, such as --cluster office.")]
    [InlineData("silo --cluster office --port 99999", "--port takes a port from 1 to 65535, not 99999.")]
    [InlineData("silo --cluster office --port 4711 --gateway 4711", "--port and --gateway must differ")]
    [InlineData("silo --cluster office --metrics-port 0", "--metrics-port takes a port from 1 to 65535, not 0.")]
    [InlineData("silo --cluster office --gateway 4711 --metrics-port 4711", "--metrics-port must differ from --port and --gateway")]
    [InlineData("silo --cluster office --probe-seconds 0", "--probe-seconds takes a whole number from 1 to 600, not 0.")]
    [InlineData("silo --cluster office --missed-probes 0", "--missed-probes takes a whole number from 1 to 100, not 0.")]
    [InlineData("silo --cluster office --listen 192.0.2.1", "so its cluster needs a secret")]
    [InlineData("silo --cluster office --listen everywhere", "--listen takes the address of this machine")]
    [InlineData("silo --cluster office --listen 0.0.0.0", "--listen takes the address of this machine")]
    [InlineData("silo --cluster office --secret-file short", "16")]
    [InlineData("silo init", "Which database? Give --database CONNECTION")]
    [InlineData("inject some-run short", "Runs that are under way are on a cluster: name it")]
    [InlineData("inject some-run gone --cluster office", "The inject file 'gone' cannot be read")]
    public async Task A_mistake_of_usage_is_bad_input(string arguments, string sentence)
    {
        using var office = new Office();
        office.File("short", "short");
        await Refused(office, 2, sentence, [.. arguments.Split(' ').Select(word => word == "SCENARIO" ? Shipped : word)]);
    }

    [OnClusterTheory]
    [InlineData("silo --clutser office", "--cluster")]
    [InlineData("silo --cluster office --databse x", "--database")]
    [InlineData("run SCENARIO --secretfile x", "--secret-file")]
    public async Task An_unknown_option_is_told_with_the_nearest_that_there_is(string arguments, string right)
    {
        using var office = new Office();
        using var program = office.Program(
            [.. arguments.Split(' ').Select(word => word == "SCENARIO" ? Shipped : word)]);
        var answer = await program.Answer(TestContext.Current.CancellationToken);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains($"Did you mean '{right}'?", answer.Error, StringComparison.Ordinal);
        Assert.Equal(2, answer.Error.Split('\n').Length);
        Assert.Contains("--help' shows what there is.", answer.Error, StringComparison.Ordinal);
    }

    [OnClusterFact]
    public async Task A_database_that_cannot_be_reached_is_named_with_what_to_look_at()
    {
        const string sentence = "cannot reach PostgreSQL at 127.0.0.1:1";
        using var office = new Office();
        await Refused(office, 1, sentence, "silo", "init", "--database", Nobody);
        await Refused(office, 1, sentence, "silo", "--cluster", "office", "--database", Nobody);
        await Refused(office, 1, sentence, "run", Shipped, "--cluster", "office", "--database", Nobody);
    }

    [OnClusterFact]
    public async Task A_database_without_tables_is_told_to_be_initialised()
    {
        var database = await server.NewDatabase();
        using var office = new Office();
        const string sentence = "run: simulator silo init --database";
        await Refused(office, 1, sentence, "silo", "--cluster", "office", "--database", database);
        await Refused(office, 1, sentence, "run", Shipped, "--cluster", "office", "--database", database);
    }

    [OnClusterFact]
    public async Task A_cluster_without_silos_is_told_how_to_start_one_and_which_others_there_are()
    {
        var group = await three.Get();
        using var office = new Office();
        string[] run = ["run", Shipped, "--cluster", "empty"];
        await Refused(office, 1, "start one (simulator silo --cluster empty)", [.. run, "--gateway", office.Port()]);
        await Refused(office, 1, "nobody has ever served cluster 'empty'", [.. run, "--database", group.Database]);
        await Refused(office, 1, $"'{group.Name}'", [.. run, "--database", group.Database]);
    }

    [OnClusterFact]
    public async Task Members_of_another_version_are_told_which_one_the_cluster_has()
    {
        await using var group = await SiloGroup.On(server);
        var cancellation = TestContext.Current.CancellationToken;
        await group.Start(1, cancellation);
        await group.Ask("update simulator_cluster set program_version = '99.0.0' returning 1");
        using var client = group.Program("run", Shipped, "--cluster", group.Name);
        (await client.Answer(cancellation)).IsRefusal(1, "is served by version 99.0.0 of this program");
        using var silo = group.Program("silo", "--cluster", group.Name);
        (await silo.Answer(cancellation)).IsRefusal(1, $"cluster id '{group.Name}' is taken by version 99.0.0");
    }

    [OnClusterFact]
    public async Task A_port_that_is_taken_is_named_with_what_to_choose()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var office = new Office();
        string[] silo = ["silo", "--cluster", "office", "--port", office.Port(), "--gateway", office.Port(1)];
        using var first = office.Program(silo);
        await first.Said("is ready", cancellation);
        using var second = office.Program(silo);
        var answer = await second.Answer(cancellation);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains($"Port {office.Port()} at 127.0.0.1 is taken", answer.Error, StringComparison.Ordinal);
    }

    [OnClusterFact]
    public async Task Silos_that_start_at_the_same_moment_never_share_a_port()
    {
        await using var group = await SiloGroup.On(server);
        await group.Start(4, TestContext.Current.CancellationToken);
        Assert.Equal(4L, await group.Ask("select count(distinct port) from simulator_membership where status = 3"));
        Assert.Equal(4L, await group.Ask("select count(distinct proxy_port) from simulator_membership where status = 3"));
    }

    private static async Task Refused(Office office, int exitCode, string sentence, params string[] arguments)
    {
        using var program = office.Program(arguments);
        (await program.Answer(TestContext.Current.CancellationToken)).IsRefusal(exitCode, sentence);
    }
}
