using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// What offices keep about papers that others may supersede, recall or update: where such a paper's own papers
/// are in the house, so that they can be found when it loses its force. Made only where directives touch each
/// other.
/// </summary>
internal sealed class FlightTable
{
    private readonly int first;
    private readonly int[] starts; // by body, its first dossier
    private readonly FlightPaper[] papers; // by dossier
    private int[] next = []; // by job, the next of the same dossier plus 1

    private FlightTable(CompiledModel model, int first, int count)
    {
        this.first = first;
        starts = new int[count + 1];
        for (var place = 0; place < count; place++)
        {
            starts[place + 1] = starts[place] + model.Facts[first + place].Papers;
        }

        papers = new FlightPaper[starts[count]];
    }

    internal long Bytes =>
        ((long)starts.Length * sizeof(int)) + ((long)papers.Length * Unsafe.SizeOf<FlightPaper>())
        + ((long)next.Length * sizeof(int));

    internal static FlightTable? For(CompiledModel model, int first, int count) =>
        Array.Exists(model.Roots, root => root.Flight is not null) ? new FlightTable(model, first, count) : null;

    internal ref FlightPaper PaperOf(int body, int dossier) => ref papers[starts[body - first] + dossier];

    /// <summary>The job after another of the same dossier, or -1.</summary>
    internal int After(int job) => next[job] - 1;

    internal void Link(ref FlightPaper paper, int job)
    {
        if (job >= next.Length)
        {
            Array.Resize(ref next, Math.Max(job + 1, Growth.Of(next.Length)));
        }

        next[job] = paper.FirstJob;
        paper.FirstJob = job + 1;
    }

    internal void Unlink(ref FlightPaper paper, int job)
    {
        ref var link = ref paper.FirstJob;
        while (link != 0 && link != job + 1)
        {
            link = ref next[link - 1];
        }

        if (link != 0)
        {
            link = next[job];
        }
    }
}

/// <summary>What an office keeps about one such paper beside its dossier.</summary>
internal struct FlightPaper
{
    /// <summary>One of its jobs plus 1, from which the others are found; 0: there is none.</summary>
    internal int FirstJob;

    /// <summary>When it was handled.</summary>
    internal int HandledAt;

    /// <summary>The moment of reminding that holds, where an update has moved it; 0: any.</summary>
    internal int FollowUpAt;

    /// <summary>The place of the directive that updated it last, plus 1; 0: none has.</summary>
    internal ushort Update;
}
