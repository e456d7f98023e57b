using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// The live state of some bodies, side by side: those of a region in process, or one alone. All is laid
/// out at the start; only the queues of waiting papers grow.
/// </summary>
public sealed class Slab
{
    private int freeJob = -1;
    private int jobCount;
    private int bitCount;

    /// <summary>Empty offices for the bodies with indices <paramref name="first"/> and on.</summary>
    /// <param name="model">The model.</param>
    /// <param name="first">Index of the first body.</param>
    /// <param name="count">How many bodies.</param>
    public Slab(CompiledModel model, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(model);
        First = first;
        Slots = new AlignedArray<BodySlot>(count);
        var dossiers = 0;
        for (var place = 0; place < count; place++)
        {
            ref var slot = ref Slots[place];
            slot.FirstDossier = dossiers;
            dossiers += model.Facts[first + place].Papers;
            slot.OutNumber = (uint)model.Facts[first + place].LastNumber;
            for (var post = 0; post < 3; post++)
            {
                slot.Posts[post].Head = -1;
                slot.Posts[post].Tail = -1;
            }
        }

        Dossiers = new AlignedArray<Dossier>(dossiers);
        DossierRoots = new ushort[dossiers];
        Jobs = new Job[Math.Max(4, Math.Min(count, 1024))];
    }

    /// <summary>Index of the first body.</summary>
    public int First { get; }

    /// <summary>How many bodies.</summary>
    public int Count => Slots.Length;

    /// <summary>Bytes of the live state.</summary>
    public long Bytes =>
        Slots.Bytes + Dossiers.Bytes + ((long)DossierRoots.Length * sizeof(ushort))
        + ((long)Jobs.Length * Unsafe.SizeOf<Job>())
        + ((long)Bits.Length * sizeof(ulong));

    internal AlignedArray<BodySlot> Slots { get; }

    internal AlignedArray<Dossier> Dossiers { get; }

    /// <summary>By dossier: its root once more, so that a search among them reads one cache line.</summary>
    internal ushort[] DossierRoots { get; }

    internal Job[] Jobs { get; private set; }

    /// <summary>Bits of those who have reported, where there are more than 64 addressees.</summary>
    internal ulong[] Bits { get; private set; } = [];

    /// <summary>How many rounds a body has handled; a host compares it with what it expects.</summary>
    /// <param name="index">Index of the body.</param>
    public uint RoundsOf(int index) => Slots[index - First].Rounds;

    /// <summary>The place of the first dossier of a root at a body, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(in BodySlot slot, int root) =>
        DossierRoots.AsSpan(slot.FirstDossier, slot.Dossiers).IndexOf((ushort)root);

    /// <summary>Brings near the roots of a body's dossiers.</summary>
    internal void FetchRoots(int body)
    {
        var place = Slots[body - First].FirstDossier;
        if (place < DossierRoots.Length)
        {
            Prefetch.Line(in DossierRoots[place]);
        }
    }

    /// <summary>Brings near the dossier of a root, or the place where it will be opened.</summary>
    internal void FetchDossierOf(int body, int root)
    {
        ref readonly var slot = ref Slots[body - First];
        var place = Find(slot, root);
        FetchDossier(body, place < 0 ? slot.Dossiers : place);
    }

    /// <summary>Brings a dossier near.</summary>
    internal void FetchDossier(int body, int dossier)
    {
        var place = Slots[body - First].FirstDossier + dossier;
        if (place < Dossiers.Length)
        {
            Prefetch.Line(in Dossiers[place]);
        }
    }

    internal int NewJob()
    {
        if (freeJob >= 0)
        {
            var job = freeJob;
            freeJob = Jobs[job].Next;
            return job;
        }

        if (jobCount == Jobs.Length)
        {
            var larger = new Job[Growth.Of(Jobs.Length)];
            Jobs.CopyTo(larger, 0);
            Jobs = larger;
        }

        return jobCount++;
    }

    internal void Free(int job)
    {
        Jobs[job].Next = freeJob;
        freeJob = job;
    }

    internal int NewBits(int addressees)
    {
        var start = bitCount;
        bitCount += (addressees + 63) / 64;
        if (bitCount > Bits.Length)
        {
            var larger = new ulong[Math.Max(bitCount, Bits.Length * 2)];
            Bits.CopyTo(larger, 0);
            Bits = larger;
        }

        return start;
    }
}
