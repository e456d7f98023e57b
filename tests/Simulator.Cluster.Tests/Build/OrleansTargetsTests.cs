using System.Net;
using System.Net.Sockets;

namespace Simulator.Cluster.Tests.Build;

/// <summary>
/// What eng/Orleans.targets makes of package sources that have Orleans, lack it or do not answer.
/// </summary>
public sealed class OrleansTargetsTests : IDisposable
{
    private const int Patience = 180_000;
    private const string Without = "has Orleans: false, constants: TRACE;DEBUG";
    private const string Lacking = "Orleans 1.2.3 does not restore here (NU1101: Unable to find package";

    private readonly TrialProject project = new();

    public void Dispose() => project.Dispose();

    [Fact(Timeout = Patience)]
    public async Task A_source_without_Orleans_leaves_it_out_and_says_why_once()
    {
        var said = await project.Restore();
        Assert.Contains($"{Lacking} Microsoft.Orleans.Server.", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n'), line => line.Contains("-p:Orleans=true", StringComparison.Ordinal));
        Assert.Contains(Without, said, StringComparison.Ordinal);
        Assert.Contains($"compiled: Always, reason: {Lacking}", said, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_source_with_Orleans_brings_the_reference_the_constant_and_the_folders()
    {
        project.Offer("Microsoft.Orleans.Server");
        AssertIsHere(await project.Restore());
        AssertIsHere(await project.Restore());
        Assert.Contains(Without, await project.Restore("Orleans=false"), StringComparison.Ordinal);
        AssertIsHere(await project.Restore());
    }

    [Fact(Timeout = Patience)]
    public async Task An_answer_is_kept_until_the_sources_change()
    {
        await project.Restore();
        File.WriteAllText(Assert.Single(Directory.GetFiles(project.KeptFolder)), "as kept");
        Assert.Contains("reason: as kept", await project.Restore(), StringComparison.Ordinal);

        project.UseSource(Directory.CreateDirectory(Path.Combine(project.KeptFolder, "other")).FullName);
        Assert.Contains($"reason: {Lacking}", await project.Restore(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_no_is_asked_again_after_a_day()
    {
        await project.Restore();
        var kept = Assert.Single(Directory.GetFiles(project.KeptFolder));
        File.WriteAllText(kept, "(NU1101: as kept)");
        File.SetLastWriteTime(kept, File.GetLastWriteTime(kept).AddHours(-25));
        Assert.Contains($"reason: {Lacking}", await project.Restore(), StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_source_that_never_answers_is_given_up_in_time_and_nothing_fails()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        project.UseSource($"https://{silent.LocalEndpoint}/v3/index.json");
        var said = await project.Restore("OrleansProbeSeconds=5");
        Assert.Contains("reason: Orleans 1.2.3 does not restore here (", said, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", said, StringComparison.Ordinal);
        Assert.Contains(Without, said, StringComparison.Ordinal);
    }

    [Fact(Timeout = Patience)]
    public async Task A_switch_decides_without_a_trial()
    {
        project.Offer("Microsoft.Orleans.Server");
        var said = await project.Restore("Orleans=false");
        Assert.Contains("reason: Orleans was left out of this build", said, StringComparison.Ordinal);
        AssertIsHere(await project.Restore("Orleans=true"));
        Assert.False(Directory.Exists(project.KeptFolder));
    }

    private static void AssertIsHere(string said)
    {
        Assert.Contains("has Orleans: true, constants: TRACE;ORLEANS;DEBUG", said, StringComparison.Ordinal);
        Assert.Contains("WithOrleans", said, StringComparison.Ordinal);
        Assert.Contains("reason: \n", said.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
