using System.Diagnostics;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>A run that somebody has carried: what must be the same for all, and how it went.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Sha256">Of the journal's file.</param>
/// <param name="Reading">How it came.</param>
internal sealed record Played(RunResult Result, string Sha256, Reading Reading)
{
    /// <summary>Has an engine play and writes the journal to a file, as the program does.</summary>
    public static async Task<Played> On(IEngine engine, RunOrder order, Reading? reading = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"journal-{Guid.NewGuid():n}");
        try
        {
            using var writer = new JournalWriter(file);
            var read = reading ?? new Reading();
            read.Begin(writer);
            var result = await engine.Run(order, read, read, TestContext.Current.CancellationToken);
            read.End();
            return new Played(result, writer.Finish(), read);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>That another run gave the same, byte for byte.</summary>
    public void IsAlso(Played other)
    {
        Assert.Equal(Result.Digest, other.Result.Digest);
        Assert.Equal(Result.Entries, other.Result.Entries);
        Assert.Equal(Sha256, other.Sha256);
    }
}
