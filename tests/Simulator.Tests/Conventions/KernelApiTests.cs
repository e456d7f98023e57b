namespace Simulator.Tests.Conventions;

public sealed class KernelApiTests
{
    /// <summary>Set to 1 to write what is there now as what is expected from now on.</summary>
    private const string Accept = "SIMULATOR_ACCEPT";

    [Fact]
    public void The_public_face_of_the_kernel_changes_only_on_purpose()
    {
        var path = Path.Combine(SourceTree.Root, "tests", "Simulator.Tests", "Expectations", "kernel-api.txt");
        var actual = KernelApi.Of(typeof(Simulator.Kernel.Journal.Entry).Assembly);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        var missing = expected.Split('\n').Except(actual.Split('\n')).Take(10).Select(line => "- " + line);
        var added = actual.Split('\n').Except(expected.Split('\n')).Take(10).Select(line => "+ " + line);
        Assert.True(
            expected == actual,
            $"If it is on purpose, run the tests once with {Accept}=1.{Environment.NewLine}"
            + string.Join(Environment.NewLine, missing.Concat(added)));
    }

    [Fact]
    public void Whatever_is_public_stands_in_it()
    {
        var text = KernelApi.Of(typeof(Simulator.Kernel.Journal.Entry).Assembly);
        Assert.Contains("struct Entry in Simulator.Kernel.Journal\n", text, StringComparison.Ordinal);
        Assert.Contains("    int Tick { get; init; }\n", text, StringComparison.Ordinal);
        Assert.Contains("    002 Arrived\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OfficeRound", text, StringComparison.Ordinal);
    }
}
