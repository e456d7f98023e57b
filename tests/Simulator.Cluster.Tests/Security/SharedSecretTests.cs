using Simulator.Cluster.Security;

namespace Simulator.Cluster.Tests.Security;

public sealed class SharedSecretTests
{
    [Theory]
    [InlineData("")]
    [InlineData("fifteen letters")]
    [InlineData("   \t  padded   \r\n    ")]
    public void A_secret_that_could_be_guessed_is_refused_and_not_repeated_in_the_refusal(string text)
    {
        var refused = Assert.Throws<ClusterException>(() => SharedSecret.FromText(text));
        Assert.Contains("characters", refused.Message, StringComparison.Ordinal);
        Assert.True(text.Length == 0 || !refused.Message.Contains(text.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_that_is_longer_than_any_is_refused() =>
        Assert.Throws<ClusterException>(() => SharedSecret.FromText(new string('s', SharedSecret.MostCharacters + 1)));

    [Fact]
    public void A_secret_never_shows_itself()
    {
        var secret = SharedSecret.FromText("do not print this one");
        Assert.Equal("(a shared secret)", secret.ToString());
        Assert.Empty(typeof(SharedSecret).GetProperties());
    }

    [Fact]
    public void White_space_around_a_secret_does_not_count_in_a_file_or_in_a_text()
    {
        const string padded = "\n the same secret in both \r\n";
        using var file = new SecretFile(padded);
        Assert.Equal("the same secret in both", SharedSecret.ReadFile(file.Path));
        Assert.Equal(SharedSecret.FromText("the same secret in both").Key, SharedSecret.FromText(padded).Key);
    }

    [Fact]
    public void A_file_that_is_not_there_or_holds_something_else_is_named()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no", "such", "secret");
        using var huge = new SecretFile(new string('x', 100_000));
        using var small = new SecretFile("too short");
        foreach (var path in new[] { missing, huge.Path, small.Path })
        {
            var refused = Assert.Throws<ClusterException>(() => SharedSecret.ReadFile(path));
            Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        }
    }

    private sealed class SecretFile : IDisposable
    {
        public SecretFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
