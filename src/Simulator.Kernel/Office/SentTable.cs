using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// Directives that bodies have sent and that are not acknowledged yet, each as it would be sent again. It is there only
/// where directives are acknowledged. A paper is found by its sender, his dossier, and the addressee's place there, which
/// the acknowledgement brings back; nobody goes through them all.
/// </summary>
internal sealed class SentTable
{
    private readonly Dictionary<(int Body, ushort Dossier, ushort Tag), SentPaper> sent = [];

    private SentTable()
    {
    }

    /// <summary>Bytes that it holds, nearly: a dictionary keeps some room.</summary>
    internal long Bytes => sent.Count * 56L;

    /// <summary>The table for some bodies; <c>null</c> where nothing is acknowledged.</summary>
    internal static SentTable? For(CompiledModel model) => model.Acknowledges ? new SentTable() : null;

    /// <summary>Keeps a paper until it is taken out; one that goes the same way again takes the place of the first.</summary>
    internal void Keep(int body, int dossier, ushort tag, in SentPaper paper) => sent[(body, (ushort)dossier, tag)] = paper;

    /// <summary>Takes out a paper; <c>null</c>: it has been acknowledged.</summary>
    internal SentPaper? Take(int body, int dossier, ushort tag) =>
        sent.Remove((body, (ushort)dossier, tag), out var paper) ? paper : null;
}
