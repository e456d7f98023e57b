using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// The live state of some bodies, side by side: those of a region in process, or one alone. All is laid
/// out at the start; only the queues of waiting papers grow.
/// </summary>
public sealed partial class Slab
{
    private const int SlotLines = 2;

    private int[] starts; // by body, the first line of its slot, which its dossiers follow
    private CacheLines lines;
    private ushort[] roots;
    private PaperContent[]? contents; // by dossier, as the roots
    private byte[]? senderRoutes; // by dossier, as the roots
    private readonly uint[]? begun; // by dossier, as the roots
    private readonly uint[]? awaitingRulings; // by dossier, as the roots
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
        LayOut(model, count);
        begun = model.Above is not null ? new uint[roots.Length] : null;
        awaitingRulings = model.WaitsForRulings ? new uint[roots.Length] : null;
        OpenOffices(model);
        Load = LoadTable.For(model, first, count);
        Figures = FigureTable.For(model, first, count);
        var flashes = model.Roots.Count(root => root.Flash is not null);
        FlashesSent = flashes == 0 ? null : new ulong[flashes * count];
        Diligence = DiligenceLedger.For(model, first, count);
        Inputs = InputTable.For(model, first, count);
        Jobs = new Job[Math.Max(4, Math.Min(count, 1024))];
        Desks = DeskTable.Of(model, first, count);
        Hands = HandTable.For(model, first, count);
        Questions = QuestionTable.For(model, first, count);
        Flights = FlightTable.For(model, first, count);
        Sanctions = SanctionTable.For(model, first, count);
        Unseen = UnseenTable.For(model, first, count);
        Sent = SentTable.For(model);
        CountsDesks = Interventions.Condition.CountsDesks(model);
        TakesApart = Flights is not null || Unseen is not null || model.ComesAgain;
        Takeovers = model.IsRestructured ? new TakeoverTable() : null;
        IsOrdinary = !TakesApart && Flights is null && Takeovers is null && !KeepsRoutesApart && Sent is null && Hands is null
            && Desks is null && !CountsDesks && model.CarriageTable is null;
    }

    /// <summary>Index of the first body.</summary>
    public int First { get; }

    /// <summary>How many bodies.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Bytes of the live state.</summary>
    public long Bytes =>
        lines.Bytes + ((long)starts.Length * sizeof(int)) + ((long)roots.Length * sizeof(ushort))
        + ((long)Jobs.Length * Unsafe.SizeOf<Job>())
        + ((long)Bits.Length * sizeof(ulong))
        + ((long)(contents?.Length ?? 0) * Unsafe.SizeOf<PaperContent>())
        + (senderRoutes?.Length ?? 0) + ((long)((begun?.Length ?? 0) + (awaitingRulings?.Length ?? 0)) * sizeof(uint))
        + (Load?.Bytes ?? 0) + (Figures?.Bytes ?? 0) + (Desks?.Bytes ?? 0)
        + ((long)(FlashesSent?.Length ?? 0) * sizeof(ulong))
        + (Diligence?.Bytes ?? 0) + (Hands?.Bytes ?? 0) + (Inputs?.Bytes ?? 0) + (Questions?.Bytes ?? 0)
        + (Flights?.Bytes ?? 0) + (Sanctions?.Bytes ?? 0) + (Takeovers?.Bytes ?? 0)
        + (Unseen?.Bytes ?? 0) + (Sent?.Bytes ?? 0);

    /// <summary>
    /// By directive that asks for flash reports, then by body: a bit for each event that it has reported.
    /// </summary>
    internal ulong[]? FlashesSent { get; }

    /// <summary>Periodic figures of addressees; <c>null</c>: no directive asks for any.</summary>
    internal FigureTable? Figures { get; }

    /// <summary>What bodies know of inputs; <c>null</c>: no lead waits for any.</summary>
    internal InputTable? Inputs { get; }

    /// <summary>Questions that are not settled; <c>null</c>: all are answered with yes, or never.</summary>
    internal QuestionTable? Questions { get; }

    internal Job[] Jobs { get; private set; }

    /// <summary>The state of posts whose people are away at times; <c>null</c>: there is none.</summary>
    internal DeskTable? Desks { get; }

    /// <summary>What is in whose hands; <c>null</c>: offices stay as they are.</summary>
    internal HandTable? Hands { get; }

    /// <summary>Papers that others supersede, recall or change; <c>null</c>: there are none.</summary>
    internal FlightTable? Flights { get; }

    /// <summary>Papers that nobody has seen; <c>null</c>: all are seen.</summary>
    internal UnseenTable? Unseen { get; }

    /// <summary>Papers that are not acknowledged; <c>null</c>: none is.</summary>
    internal SentTable? Sent { get; }

    /// <summary>Whether a paper that arrives may have to be taken in otherwise than at once and for the first time.</summary>
    internal bool TakesApart { get; }

    /// <summary>
    /// Whether papers come, stay and leave in the plain way: nobody asks for each mechanism at each of them then. A model with
    /// interventions is never ordinary (it has hands), so that none can switch on in a run what this has left out.
    /// </summary>
    internal bool IsOrdinary { get; }

    /// <summary>Whether bodies tell what comes before their posts and leaves them: a condition waits for a backlog.</summary>
    internal bool CountsDesks { get; }

    /// <summary>How often bodies have been held to account; <c>null</c>: sanctions do not rise.</summary>
    internal SanctionTable? Sanctions { get; }

    /// <summary>Files of dissolved bodies; <c>null</c>: nobody is dissolved in the middle of a run.</summary>
    internal TakeoverTable? Takeovers { get; }

    /// <summary>How diligent the bodies are; <c>null</c>: always fully.</summary>
    internal DiligenceLedger? Diligence { get; }

    /// <summary>Bits of those who have reported, where there are more than 64 addressees.</summary>
    internal ulong[] Bits { get; private set; } = [];

    /// <summary>The other papers of the day; <c>null</c>: no body here has any.</summary>
    internal LoadTable? Load { get; }

    /// <summary>
    /// Makes room for what the bodies can get in an organisation that has come into being in the middle of a run; what
    /// they have stays as it is.
    /// </summary>
    internal void FitTo(CompiledModel model)
    {
        if (Takeovers is not { } takeovers || takeovers.Structure == (model.Organisation?.Number ?? 0))
        {
            return;
        }

        var (oldStarts, oldLines, oldRoots, oldContents, oldRoutes) = (starts, lines, roots, contents, senderRoutes!);
        LayOut(model, Count);
        for (var place = 0; place < Count; place++)
        {
            ref var slot = ref lines.At<BodySlot>(starts[place]);
            slot = oldLines.At<BodySlot>(oldStarts[place]);
            var (oldPapers, papers) = (oldStarts[place] - (SlotLines * place), starts[place] - (SlotLines * place));
            for (var dossier = 0; dossier < slot.Dossiers; dossier++)
            {
                lines.At<Dossier>(starts[place] + SlotLines + dossier) =
                    oldLines.At<Dossier>(oldStarts[place] + SlotLines + dossier);
                roots[papers + dossier] = oldRoots[oldPapers + dossier];
                senderRoutes![papers + dossier] = oldRoutes[oldPapers + dossier];
                if (contents is not null)
                {
                    contents[papers + dossier] = oldContents![oldPapers + dossier];
                }
            }
        }

        takeovers.Structure = model.Organisation?.Number ?? 0;
    }

    [MemberNotNull(nameof(starts), nameof(lines), nameof(roots))]
    private void LayOut(CompiledModel model, int count)
    {
        starts = new int[count + 1];
        for (var place = 0; place < count; place++)
        {
            starts[place + 1] = starts[place] + SlotLines + model.Facts[First + place].Papers;
        }

        lines = new CacheLines(starts[count]);
        roots = new ushort[starts[count] - (SlotLines * count)];
        contents = model.FollowsContent ? new PaperContent[roots.Length] : null;
        senderRoutes = model.MistakesRoutes || model.IsRestructured ? new byte[roots.Length] : null;
    }

    /// <summary>How many rounds a body has handled; a host compares it with what it expects.</summary>
    /// <param name="index">Index of the body.</param>
    public uint RoundsOf(int index) => SlotOf(index).Rounds;

    /// <summary>The state of a body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref BodySlot SlotOf(int body) => ref lines.At<BodySlot>(starts[body - First]);

    /// <summary>The dossiers of a body, those not opened yet included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<Dossier> DossiersOf(int body)
    {
        var from = starts[body - First] + SlotLines;
        var count = starts[body - First + 1] - from;
        return count == 0 ? [] : MemoryMarshal.CreateSpan(ref lines.At<Dossier>(from), count);
    }

    /// <summary>The roots of a body's dossiers once more, close together, to be searched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<ushort> RootsOf(int body)
    {
        var place = body - First;
        var from = starts[place] - (SlotLines * place);
        return roots.AsSpan(from, starts[place + 1] - starts[place] - SlotLines);
    }

    /// <summary>What has become of the content of the paper of a dossier, where the model follows content.</summary>
    internal ref PaperContent ContentAt(int body, int place) =>
        ref contents![starts[body - First] - (SlotLines * (body - First)) + place];

    /// <summary>Whether bodies can have several dossiers of a root that they handle.</summary>
    internal bool KeepsRoutesApart => senderRoutes is not null;

    /// <summary>By which of its own routes the sender of a dossier's paper relayed it, where routes are kept apart.</summary>
    internal ref byte SenderRouteAt(int body, int place) =>
        ref senderRoutes![starts[body - First] - (SlotLines * (body - First)) + place];

    /// <summary>Whether any two assignments exclude each other.</summary>
    internal bool HasConflicts => begun is not null;

    /// <summary>Of assignments in a dossier that exclude others: those that have been begun, a bit for each.</summary>
    internal ref uint BegunAt(int body, int place) =>
        ref begun![starts[body - First] - (SlotLines * (body - First)) + place];

    /// <summary>The assignments in a dossier that are laid aside until a ruling, a bit for each.</summary>
    internal ref uint AwaitingRulingsAt(int body, int place) =>
        ref awaitingRulings![starts[body - First] - (SlotLines * (body - First)) + place];

    /// <summary>The place of the first dossier of a root at a body, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(int body, int root) => RootsOf(body)[..SlotOf(body).Dossiers].IndexOf((ushort)root);

    /// <summary>Brings near what a body will need for a wake-up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FetchFor(in WakeUp wakeUp)
    {
        var line = starts[wakeUp.Body - First];
        Prefetch.Line(in lines.At<byte>(line));
        if (wakeUp.Kind is not (WakeKind.IssueRoot or WakeKind.Event or WakeKind.Recall or WakeKind.OfficeChange
            or WakeKind.Intervention or WakeKind.Dissolution))
        {
            Prefetch.Line(in lines.At<byte>(line + SlotLines + wakeUp.Dossier));
        }

        if (wakeUp.Job >= 0)
        {
            Prefetch.Lines(in Jobs[wakeUp.Job]);
        }
    }

    /// <summary>Brings near what says where the dossier of an arriving paper is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FetchForArrival(int body)
    {
        var place = body - First;
        Prefetch.Line(in lines.At<byte>(starts[place]));
        Prefetch.Line(in roots[starts[place] - (SlotLines * place)]);
    }

    /// <summary>Brings near the papers that a body may take up next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FetchQueues(int body)
    {
        ref readonly var slot = ref SlotOf(body);
        for (int waiting = slot.Waiting; waiting != 0; waiting &= waiting - 1)
        {
            Prefetch.Lines(in Jobs[slot.Posts[BitOperations.TrailingZeroCount(waiting)].Head]);
        }
    }

    /// <summary>Brings near the dossier of a root, or the place where it will be opened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FetchDossier(int body, int root)
    {
        var place = Find(body, root);
        place = place < 0 ? SlotOf(body).Dossiers : place;
        Prefetch.Line(in lines.At<byte>(starts[body - First] + SlotLines + place));
    }

    /// <summary>Papers that wait for somebody or are in somebody's hands, counted one by one.</summary>
    internal int JobsInHand()
    {
        var count = jobCount;
        for (var free = freeJob; free >= 0; free = Jobs[free].Next)
        {
            count--;
        }

        return count;
    }

    /// <summary>Notes that a body reports an event; false: it has before.</summary>
    internal bool MarkFlash(int body, int place, byte number)
    {
        ref var sent = ref FlashesSent![(place * Count) + body - First];
        var bit = 1UL << (number - 1);
        var isNew = (sent & bit) == 0;
        sent |= bit;
        return isNew;
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
