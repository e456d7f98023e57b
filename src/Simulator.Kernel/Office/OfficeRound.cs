using System.Runtime.CompilerServices;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// One round of one body: what is due at one tick goes in, entries, papers and wake-ups come out. This is
/// all that a body does; who carries the round, and on which machine, makes no difference to it.
/// </summary>
internal ref partial struct OfficeRound
{
    private const int MostRepeats = 64;

    private readonly CompiledModel model;
    private readonly Slab slab;
    private readonly Outcome outcome;
    private readonly CompiledKind kind;
    private readonly CompiledPost[] posts;
    private readonly ref readonly BodyFacts facts;
    private readonly ref readonly ChanceKey chance;
    private readonly Span<Dossier> dossiers;
    private readonly ref BodySlot slot;
    private readonly int body;
    private readonly int now;
    private readonly bool isOrdinary;
    private bool takesWithin; // what is taken in apart goes the way of any other from here
    private List<uint>? words; // of a file that is being taken over
    private int ruledOver; // root and item, plus 1, of what a ruling lets an assignment be begun beside

    private OfficeRound(
        CompiledModel model, in ChanceKey chance, Slab slab, int body, int now, Outcome outcome)
    {
        this.model = model;
        this.slab = slab;
        this.outcome = outcome;
        this.body = body;
        this.now = now;
        this.chance = ref chance;
        facts = ref model.Facts[body];
        kind = model.KindTable[facts.Kind];
        posts = model.Posts[facts.Office];
        slot = ref slab.SlotOf(body);
        dossiers = slab.DossiersOf(body);
        isOrdinary = slab.IsOrdinary;
    }

    /// <summary>Plays a round: see <see cref="BodyRound.Play"/>.</summary>
    internal static void Play(
        CompiledModel model, in ChanceKey chance, Slab slab, int body, int now,
        ReadOnlySpan<WakeUp> wakeUps, ReadOnlySpan<Message> deliveries, Outcome outcome)
    {
        if (!slab.IsOrdinary)
        {
            slab.FitTo(model);
        }

        var round = new OfficeRound(model, chance, slab, body, now, outcome);
        round.slot.Rounds++;
        if (!round.isOrdinary && slab.Takeovers is not null && model.Organisation?.SuccessorOf(body) >= 0)
        {
            round.PlayDissolved(wakeUps, deliveries);
            return;
        }

        var next = 0;
        for (; next < wakeUps.Length && wakeUps[next].Kind < WakeKind.FollowUp; next++)
        {
            round.Wake(wakeUps[next]);
        }

        foreach (ref readonly var delivery in deliveries)
        {
            round.Take(delivery);
        }

        for (; next < wakeUps.Length; next++)
        {
            round.Wake(wakeUps[next]);
        }

        round.DispatchAll();
        if (!round.isOrdinary && slab.Desks is not null)
        {
            round.AwaitShared();
        }
    }

    private void Wake(in WakeUp wakeUp)
    {
        switch (wakeUp.Kind)
        {
            case WakeKind.StepEnd:
                if (isOrdinary || ((wakeUp.Mark >= 0 || IsNext(wakeUp)) && (slab.Hands is null || !IsOvertaken(wakeUp))))
                {
                    EndStep(wakeUp.Job);
                }

                break;
            case WakeKind.AssignmentEnd:
                EndAssignment(wakeUp.Dossier, wakeUp.Item, wakeUp.Mark);
                break;
            case WakeKind.AbsenceEdge:
                TurnAbsence(wakeUp);
                break;
            case WakeKind.BatchRelease:
                Release(wakeUp.Job);
                break;
            case WakeKind.Recall:
                RecallRoot(wakeUp.Dossier);
                break;
            case WakeKind.FollowUp:
                FollowUp(wakeUp.Dossier);
                break;
            case WakeKind.InputLimit:
                PassInputLimit(wakeUp);
                break;
            case WakeKind.Silence:
                FallSilent(wakeUp);
                break;
            case WakeKind.Figures:
                CloseFigures(wakeUp.Dossier, wakeUp.Item);
                break;
            case WakeKind.CutOff:
                PassCutOff(wakeUp.Dossier);
                break;
            case WakeKind.OtherPapers:
                TakeOtherPapers(wakeUp.Item);
                break;
            case WakeKind.Inspection:
                Inspect(wakeUp.Dossier);
                break;
            case WakeKind.Escalation:
                Escalate(wakeUp.Dossier);
                break;
            case WakeKind.Noticing:
                NoticeInTime(wakeUp);
                break;
            case WakeKind.Acknowledgement:
                LookForAcknowledgement(wakeUp);
                break;
            case WakeKind.IssueRoot:
                IssueRoot(wakeUp.Dossier);
                break;
            case WakeKind.Event:
                Befall(wakeUp.Dossier);
                break;
            case WakeKind.IssuePinned:
                IssuePinned(wakeUp.Dossier);
                break;
            case WakeKind.OfficeChange:
                ChangeOffice();
                break;
            case WakeKind.Intervention:
                Intervene(wakeUp);
                break;
        }
    }

    /// <summary>
    /// Phase 4, and phase 1 again for steps of zero length. A queue may be as long as it likes: after
    /// <see cref="MostRepeats"/> repeats each paper that is still there may cause as many more.
    /// </summary>
    private void DispatchAll()
    {
        Dispatch();
        var most = MostRepeats;
        for (var repeats = 0; outcome.AtOnceCount > 0; repeats++)
        {
            if (repeats == MostRepeats)
            {
                most += MostRepeats * (outcome.AtOnceCount + Waiting());
            }
            else if (repeats > most)
            {
                throw Endless();
            }

            outcome.TakeAtOnce(out var ended);
            CanonicalOrder.Sort(ended);
            foreach (ref readonly var wakeUp in ended)
            {
                Wake(wakeUp);
            }

            Dispatch();
        }
    }

    private readonly int Waiting()
    {
        var count = 0;
        for (var post = 0; post < OfficePosts.Count; post++)
        {
            for (var job = slot.Posts[post].Head; job >= 0; job = slab.Jobs[job].Next)
            {
                count++;
            }
        }

        return count;
    }

    private RunException Endless()
    {
        outcome.TakeAtOnce(out var endless);
        var on = endless[0].Job >= 0 && IsOther(slab.Jobs[endless[0].Job])
            ? "its other papers"
            : $"'{model.Roots[DossierAt(endless[0].Dossier).Root].Source.Id}'";
        return new RunException(
            $"At {model.Source.Axis.ToIso(new(now))} '{model.Bodies[body].Id}' went round and round "
            + $"without time passing, on {on}: give one of its steps a length.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref Dossier DossierAt(int place) => ref dossiers[place];

    private readonly int Find(int root) => slab.Takeovers is null ? slab.Find(body, root) : FindOwn(root);

    private int Open(int root, byte route)
    {
        var place = slot.Dossiers++;
        ref var dossier = ref DossierAt(place);
        dossier = default;
        dossier.Root = slab.RootsOf(body)[place] = (ushort)root;
        dossier.Route = route;
        dossier.Issuer = -1;
        if (model.Roots[root].Collecting is { } collecting)
        {
            BeginToCollect(place, collecting);
        }

        return place;
    }

    /// <summary>Writes an entry of this body and gives its sequence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Write(
        EntryKind entryKind, int dossier, uint cause, ulong value, Step step = Step.None, int started = 0,
        byte server = CompiledStep.Nobody) =>
        Write(entryKind, dossier, facts.Hash, cause, value, step, started, server);

    private uint Write(
        EntryKind entryKind, int dossier, ulong causeBody, uint cause, ulong value, Step step, int started,
        byte server)
    {
        ref readonly var file = ref DossierAt(dossier);
        outcome.AddEntry() = new Entry
        {
            Body = facts.Hash,
            CauseBody = causeBody,
            Value = value,
            Tick = now,
            Started = started,
            Root = model.Roots[file.Root].ShortHash,
            Sequence = ++slot.Sequence,
            CauseSequence = cause,
            Kind = entryKind,
            Step = step,
            Server = server,
            Route = file.Route,
        };
        return slot.Sequence;
    }

    /// <summary>Writes an entry that belongs to no directive: what stands for one is given by its hash.</summary>
    private uint WriteApart(EntryKind entryKind, uint root, uint cause, ulong value)
    {
        outcome.AddEntry() = new Entry
        {
            Body = facts.Hash,
            CauseBody = facts.Hash,
            Value = value,
            Tick = now,
            Root = root,
            Sequence = ++slot.Sequence,
            CauseSequence = cause,
            Kind = entryKind,
            Server = CompiledStep.Nobody,
        };
        return slot.Sequence;
    }

    /// <summary>The bits of an assignment set, lowest first.</summary>
    private static byte Lowest(ref uint bits)
    {
        var item = (byte)System.Numerics.BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return item;
    }
}
