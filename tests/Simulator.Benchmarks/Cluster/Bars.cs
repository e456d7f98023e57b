namespace Simulator.Benchmarks.Cluster;

/// <summary>What must hold; what does not is remembered.</summary>
internal sealed class Bars
{
    /// <summary>0 while all holds, else 1.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Prints a sentence, and whether it holds.</summary>
    public void Judge(bool holds, FormattableString what)
    {
        Console.WriteLine($"{FormattableString.Invariant(what)}: {(holds ? "met" : "MISSED")}");
        ExitCode = holds ? ExitCode : 1;
    }
}
