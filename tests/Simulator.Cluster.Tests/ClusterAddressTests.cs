namespace Simulator.Cluster.Tests;

public sealed class ClusterAddressTests
{
    [Fact]
    public void An_address_shows_neither_its_secret_nor_its_password_alone_or_in_the_options_of_a_silo()
    {
        var address = new ClusterAddress
        {
            Cluster = "office",
            Database = "Host=localhost;Password=open-sesame",
            Secret = "do not print this one",
        };
        foreach (var shown in new[] { address.ToString(), new SiloOptions { Address = address }.ToString() })
        {
            Assert.Contains("office", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("do not print", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("sesame", shown, StringComparison.Ordinal);
        }
    }
}
