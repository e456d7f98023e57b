using Simulator.Cluster.Database;

namespace Simulator.Cluster.Tests.Database;

/// <summary>What is said of a connection string that is none; no server is asked.</summary>
public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("postgresql://me:s3cret@localhost/simulator", "is given as a URI")]
    [InlineData("Host=localhost;s3cret", "with a value that holds ';' or '=' in quotes")]
    [InlineData("Database=simulator;Password=s3cret", "names no Host")]
    [InlineData("Hots=localhost;Password=s3cret", "unknown key 'hots': did you mean Host?")]
    [InlineData("Host=localhost;Pasword=s3cret", "unknown key 'pasword': did you mean Password?")]
    [InlineData("Host=localhost;Password=some;s3cret=5", "has an unknown key: usual are Host, Port")]
    [InlineData("Host=localhost;Port=s3cret", "has no valid value for Port")]
    [InlineData("Host=localhost;SSL Mode=s3cret", "has no valid value for SSL Mode")]
    [InlineData("", "names no Host")]
    public async Task A_malformed_connection_string_is_told_what_is_wrong_with_it(string given, string expected)
    {
        var line = await InitialiseTests.Line(
            () => ClusterDatabase.Check(given, TestContext.Current.CancellationToken));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_named()
    {
        var line = await InitialiseTests.Line(() => ClusterDatabase.Check(
            "Host=127.0.0.1;Port=1;Database=simulator;Username=me;Password=s3cret",
            TestContext.Current.CancellationToken));
        Assert.StartsWith("cannot reach PostgreSQL at 127.0.0.1:1 (", line, StringComparison.Ordinal);
    }
}
