using System.Text.Json;
using Simulator.Analysis.Store;

namespace Simulator.Tests.Analysis.Store;

public sealed class ManifestSealTests
{
    /// <summary>Of python3: hashlib.sha256((json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()).</summary>
    private const string Known = "98c892c9aae36e1b635b5f1faddd86cb2dc92b5ddfee1d569f9de5fe376344a1";

    private const string Text = """{ "format": 2, "scenario": "Bắc Kạn <570>", "seed": 18446744073709551615 }""";

    [Fact]
    public void A_seal_is_the_hash_of_the_fields_however_they_are_laid_out()
    {
        Assert.Equal(Known, ManifestSeal.Of(Text));
        Assert.Equal(Known, ManifestSeal.Of(Text.Replace(", ", ",\r\n\t", StringComparison.Ordinal)));
        Assert.Null(ManifestSeal.Fault(Sealed));
    }

    [Theory]
    [InlineData("18446744073709551615", "18446744073709551614")]
    [InlineData("Bắc", "Bac")]
    [InlineData("\"format\": 2", "\"format\": 1")]
    [InlineData("\"seed\"", "\"more\": 0, \"seed\"")]
    public void Whatever_is_changed_does_not_have_the_seal(string was, string becomes) => Assert.StartsWith(
        $"Its seal is {Known}, and what it says has ",
        ManifestSeal.Fault(Sealed.Replace(was, becomes, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Only_manifests_of_formats_before_seals_have_none()
    {
        Assert.Equal("It has lost its seal.", ManifestSeal.Fault(Text));
        Assert.Equal("It has lost its seal.", ManifestSeal.Fault("""{ "seed": 1 }"""));
        Assert.Null(ManifestSeal.Fault("""{ "format": 1, "seed": 1 }"""));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "seed": 1, "seed": 2 }""")]
    [InlineData("{")]
    public void What_is_no_object_or_says_something_twice_has_no_seal(string text) =>
        Assert.ThrowsAny<JsonException>(() => ManifestSeal.Fault(text));

    private static string Sealed => Text.Replace(" }", $", \"seal\": \"{Known}\" }}", StringComparison.Ordinal);
}
