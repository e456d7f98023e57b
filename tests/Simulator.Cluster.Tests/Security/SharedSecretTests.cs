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
    public void A_file_and_a_text_give_the_same_secret_whatever_white_space_is_around_it()
    {
        using var file = new SecretFile("\n the same secret in both \r\n");
        var fromText = SharedSecret.FromText("the same secret in both");
        Assert.Equal(fromText.Key, SharedSecret.FromFile(file.Path).Key);
    }

    [Fact]
    public void A_file_that_is_not_there_or_holds_something_else_is_named()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no", "such", "secret");
        using var huge = new SecretFile(new string('x', 100_000));
        using var small = new SecretFile("too short");
        foreach (var path in new[] { missing, huge.Path, small.Path })
        {
            var refused = Assert.Throws<ClusterException>(() => SharedSecret.FromFile(path));
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
