using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// The newest periodic figures that bodies have of their addressees. It is there only where a directive asks
/// for periodic reports, and has room for an addressee only once any at its body has reported.
/// </summary>
internal sealed class FigureTable
{
    private readonly int first;
    private readonly int count;
    private readonly FigureFile[] files; // by periodic directive, then by body
    private Figure[] figures = [];
    private int used;

    private FigureTable(int first, int count, int directives)
    {
        this.first = first;
        this.count = count;
        files = new FigureFile[directives * count];
        Array.Fill(files, new FigureFile { First = -1 });
    }

    internal long Bytes =>
        ((long)files.Length * Unsafe.SizeOf<FigureFile>()) + ((long)figures.Length * Unsafe.SizeOf<Figure>());

    /// <summary>The table for some bodies; <c>null</c> where no directive asks for periodic reports.</summary>
    internal static FigureTable? For(CompiledModel model, int first, int count)
    {
        var directives = model.Roots.Count(root => root.Periodic is not null);
        return directives == 0 ? null : new FigureTable(first, count, directives);
    }

    /// <summary>What a body keeps about the periodic reports of a directive.</summary>
    internal ref FigureFile FileOf(int body, CompiledPeriodic periodic) =>
        ref files[(periodic.Place * count) + body - first];

    /// <summary>The figures of a body's addressees, by their place; none before any has reported.</summary>
    internal Span<Figure> FiguresOf(int body, CompiledPeriodic periodic)
    {
        ref readonly var file = ref FileOf(body, periodic);
        return file.First < 0 ? [] : figures.AsSpan(file.First, file.Addressees);
    }

    /// <summary>The figure of one addressee, for which room is made where there is none yet.</summary>
    internal ref Figure FigureOf(int body, CompiledPeriodic periodic, int addressees, int tag)
    {
        ref var file = ref FileOf(body, periodic);
        if (file.First < 0)
        {
            (file.First, file.Addressees) = (used, addressees);
            used += addressees;
            if (used > figures.Length)
            {
                Array.Resize(ref figures, Math.Max(used, Growth.Of(figures.Length)));
            }
        }

        return ref figures[file.First + tag];
    }
}

/// <summary>What one body keeps about the periodic reports of one directive.</summary>
internal struct FigureFile
{
    /// <summary>Where the figures of its addressees begin; -1: there are none yet.</summary>
    internal int First;

    /// <summary>How many addressees there are.</summary>
    internal int Addressees;

    /// <summary>The newest report whose figures the body has closed; 0: none.</summary>
    internal byte Closed;
}

/// <summary>What one addressee has last reported.</summary>
internal struct Figure
{
    internal uint Counted;
    internal uint Complied;

    /// <summary>Which report it was; 0: none yet, or the last, consolidated one has come.</summary>
    internal byte Number;
}
