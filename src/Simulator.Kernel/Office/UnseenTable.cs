using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// Papers that have arrived at bodies and that nobody has seen, in the order in which they came. It is there only where
/// papers come so.
/// </summary>
internal sealed class UnseenTable
{
    private readonly int first;
    private readonly List<UnseenPaper>?[] boxes; // by body

    private UnseenTable(int first, int count)
    {
        this.first = first;
        boxes = new List<UnseenPaper>?[count];
    }

    internal long Bytes => ((long)boxes.Length * sizeof(long))
        + boxes.Sum(box => (long)(box?.Capacity ?? 0) * Unsafe.SizeOf<UnseenPaper>());

    /// <summary>The table for some bodies; <c>null</c> where every paper is seen.</summary>
    internal static UnseenTable? For(CompiledModel model, int first, int count) =>
        model.ComesUnseen ? new UnseenTable(first, count) : null;

    internal void Add(int body, in Message paper, uint sequence) =>
        (boxes[body - first] ??= []).Add(new UnseenPaper(paper, sequence));

    /// <summary>Takes out the paper about a directive that came first; <c>null</c>: there is none.</summary>
    internal UnseenPaper? TakeAbout(int body, int root) =>
        Take(body, boxes[body - first]?.FindIndex(paper => paper.Message.Root == root) ?? -1);

    /// <summary>Takes out the paper that an entry has called unseen; <c>null</c>: it has been noticed.</summary>
    internal UnseenPaper? TakeOf(int body, uint sequence) =>
        Take(body, boxes[body - first]?.FindIndex(paper => paper.Sequence == sequence) ?? -1);

    private UnseenPaper? Take(int body, int place)
    {
        if (place < 0)
        {
            return null;
        }

        var box = boxes[body - first]!;
        var paper = box[place];
        box.RemoveAt(place);
        return paper;
    }
}

/// <summary>A paper that nobody has seen.</summary>
/// <param name="Message">The paper.</param>
/// <param name="Sequence">The entry that says that it is unseen.</param>
internal readonly record struct UnseenPaper(Message Message, uint Sequence);
