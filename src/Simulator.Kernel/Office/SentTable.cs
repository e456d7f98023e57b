using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// Directives that bodies have sent and that are not acknowledged yet, each as it would be sent again. It is there only
/// where directives are acknowledged.
/// </summary>
internal sealed class SentTable
{
    private readonly int first;
    private readonly List<SentPaper>?[] sent; // by body
    private readonly int[] counts; // by body, of papers sent so

    private SentTable(int first, int count)
    {
        this.first = first;
        sent = new List<SentPaper>?[count];
        counts = new int[count];
    }

    internal long Bytes => ((long)sent.Length * (sizeof(long) + sizeof(int)))
        + sent.Sum(papers => (long)(papers?.Capacity ?? 0) * Unsafe.SizeOf<SentPaper>());

    /// <summary>The table for some bodies; <c>null</c> where nothing is acknowledged.</summary>
    internal static SentTable? For(CompiledModel model, int first, int count) =>
        model.Acknowledges ? new SentTable(first, count) : null;

    /// <summary>Keeps a paper under the next number of its sender, which it gives.</summary>
    internal int Add(int body, in SentPaper paper)
    {
        var number = ++counts[body - first];
        (sent[body - first] ??= []).Add(paper with { Number = number });
        return number;
    }

    /// <summary>Takes out a paper by its number; <c>null</c>: it has been acknowledged.</summary>
    internal SentPaper? Take(int body, int number)
    {
        var papers = sent[body - first];
        var place = papers?.FindIndex(paper => paper.Number == number) ?? -1;
        if (place < 0)
        {
            return null;
        }

        var paper = papers![place];
        papers.RemoveAt(place);
        return paper;
    }

    /// <summary>An addressee has acknowledged a directive.</summary>
    internal void Acknowledge(int body, int dossier, int by) =>
        sent[body - first]?.RemoveAll(paper => paper.Dossier == dossier && paper.To == by);
}
