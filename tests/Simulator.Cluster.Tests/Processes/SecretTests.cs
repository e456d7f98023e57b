using Simulator.Cluster.Tests.Database;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>Silos that share a secret, and where silos listen.</summary>
[Collection(SiloTests.Name)]
public sealed class SecretTests(PostgresServer server)
{
    [OnClusterFact]
    public async Task Three_silos_and_a_client_that_know_a_secret_work_together_and_no_one_else_with_them()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var group = await SiloGroup.On(server, "a secret of more than sixteen letters");
        await group.Start(3, cancellation);
        var shipped = Scenario.Load(Scenario.Shipped[0]);
        using var client = group.Client(shipped.File, "sealed");
        var expected = await Played.On(new LocalEngine(), shipped.Order);
        Assert.Equal(expected.Result.Digest.ToString(), (await client.Answer(cancellation)).Digest);
        Assert.All(group.Silos, silo => Assert.Equal("", silo.Error));

        var wrong = Path.Combine(Path.GetDirectoryName(group.SecretFile)!, "wrong");
        await File.WriteAllTextAsync(wrong, "another secret of sixteen letters", cancellation);
        string[] run = ["run", shipped.File, "--out", "refused", "--cluster", group.Name];
        await Refused(group, 1, $"cluster '{group.Name}' asks for a secret", run);
        await Refused(group, 1, $"the secret is not that of cluster '{group.Name}'", [.. run, "--secret-file", wrong]);
        await Refused(
            group, 1, $"cluster id '{group.Name}' is taken by silos with another secret",
            "silo", "--cluster", group.Name, "--secret-file", wrong);
        await Refused(group, 1, "is taken by silos with another secret", "silo", "--cluster", group.Name);
    }

    [OnClusterFact]
    public async Task A_silo_without_a_database_lets_no_client_in_that_has_another_secret()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var place = new Office();
        using var silo = place.Program(
            "silo", "--cluster", "sealed", "--secret-file", place.File("right", "a secret of more than sixteen letters"),
            "--port", place.Port(), "--gateway", place.Port(1));
        await silo.Said("is ready", cancellation);
        string[] run = ["run", Scenario.Load(Scenario.Shipped[0]).File, "--replications", "0", "--cluster", "sealed", "--gateway", place.Port(1)];
        using var wrong = place.Program([.. run, "--secret-file", place.File("wrong", "another secret of sixteen letters")]);
        (await wrong.Answer(cancellation)).IsRefusal(1, "secret");
        using var right = place.Program([.. run, "--secret-file", place.File("right", "a secret of more than sixteen letters")]);
        Assert.Equal(0, (await right.Answer(cancellation)).ExitCode);
    }

    [OnClusterFact]
    public async Task Unless_told_to_a_silo_listens_to_its_own_machine_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Where a process listens is read from /proc.");
        await using var group = await SiloGroup.On(server);
        await group.Start(1, TestContext.Current.CancellationToken);
        var sockets = ListeningSockets.Of(group.Silos[0].Id);
        Assert.Equal(2, sockets.Count);
        Assert.All(sockets, address => Assert.StartsWith("0100007F:", address, StringComparison.Ordinal));
    }

    private static async Task Refused(SiloGroup group, int exitCode, string sentence, params string[] arguments)
    {
        using var program = group.Program(arguments);
        (await program.Answer(TestContext.Current.CancellationToken)).IsRefusal(exitCode, sentence);
    }
}
