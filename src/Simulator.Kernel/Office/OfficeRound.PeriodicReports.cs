using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Periodic reports: figures closed at a fixed hour, sent up, and added up at the next level.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>From the end of handling on, at each of its level's hours that is still to come.</summary>
    private void SetFigures(int place, CompiledPeriodic periodic)
    {
        if (periodic.FirstAfter(facts.Level, now) is var number && number > 0)
        {
            SetFiguresTimer(place, periodic, number);
        }
    }

    private void SetFiguresTimer(int place, CompiledPeriodic periodic, byte number) => outcome.AddWakeUp(
        periodic.FiguresOf(facts.Level, number),
        new WakeUp { Body = body, Job = -1, Dossier = (ushort)place, Kind = WakeKind.Figures, Item = number });

    /// <summary>
    /// The hour has come: the body counts itself and the newest figures of its addressees. What arrives later
    /// is for the next report. A body that has closed has said its last.
    /// </summary>
    private void CloseFigures(int place, byte number)
    {
        ref readonly var dossier = ref DossierAt(place);
        if ((dossier.State & (DossierState.Closed | Withdrawn)) != 0)
        {
            return;
        }

        var periodic = model.Roots[dossier.Root].Periodic!;
        slab.Figures!.FileOf(body, periodic).Closed = number;
        var itself = dossier.Open == 0 && !dossier.Is(DossierState.Failed);
        var (counted, complied) = NewestFigures(periodic);
        counted += dossier.Counted + 1;
        complied += dossier.Complied + (itself ? 1U : 0);
        var sent = kind.Flows[(int)Flow.PeriodicReport].Length == 0;
        var entry = Write(
            EntryKind.FiguresClosed, place, dossier.Anchor,
            Entry.Pack((byte)(sent ? 1 : 0), number, counted, complied));
        Start(
            Flow.PeriodicReport,
            new Slip(place, entry, number, Tag: (ushort)(itself ? 1 : 0), Counted: counted, Complied: complied));
        if (number < periodic.Count)
        {
            SetFiguresTimer(place, periodic, (byte)(number + 1));
        }
    }

    private readonly (uint Counted, uint Complied) NewestFigures(CompiledPeriodic periodic)
    {
        var (counted, complied) = (0U, 0U);
        foreach (ref readonly var figure in slab.Figures!.FiguresOf(body, periodic))
        {
            counted += figure.Counted;
            complied += figure.Complied;
        }

        return (counted, complied);
    }

    private void SendFigures(in Slip slip)
    {
        ref readonly var dossier = ref DossierAt(slip.Dossier);
        var claimed = Claimed(
            slip.Dossier, slip.Cause, slip.Counted, slip.Complied, slip.Tag == 1, slip.Item);
        Send(
            slip.Dossier, PaperClass.PeriodicReport, dossier.Issuer, slip.Cause, dossier.Tag, 0, slip.Item,
            slip.Counted, claimed);
    }

    /// <summary>
    /// Newer figures of an addressee take the place of its older ones, so that nobody is counted twice; those
    /// that an addressee has overtaken itself, or that come after its last report, say nothing new.
    /// </summary>
    private void TakeFigures(in Slip slip)
    {
        ref var dossier = ref DossierAt(slip.Dossier);
        var periodic = model.Roots[dossier.Root].Periodic!;
        if (dossier.Is(DossierState.Closed) || (WordOf(ref dossier, slip.Tag) >> (slip.Tag & 63) & 1) != 0)
        {
            return;
        }

        ref var figure = ref slab.Figures!.FigureOf(body, periodic, dossier.Addressees, slip.Tag);
        if (slip.Item <= figure.Number)
        {
            return;
        }

        figure = new Figure { Counted = slip.Counted, Complied = slip.Complied, Number = slip.Item };
        if (slab.Figures.FileOf(body, periodic).Closed >= slip.Item)
        {
            Write(
                EntryKind.FiguresLate, slip.Dossier, slip.Cause,
                Entry.Pack(0, slip.Item, slip.Counted, slip.Complied));
        }
    }

    /// <summary>An addressee's last report is counted for good; its periodic figures are not added to it.</summary>
    private readonly void DropFigure(in Dossier dossier, ushort tag)
    {
        if (model.Roots[dossier.Root].Periodic is { } periodic
            && slab.Figures!.FiguresOf(body, periodic) is { Length: > 0 } figures)
        {
            figures[tag] = default;
        }
    }

    /// <summary>At a cut-off the newest figures stand for those who have not sent their last report.</summary>
    private readonly void AddFigures(ref Dossier dossier)
    {
        if (model.Roots[dossier.Root].Periodic is { } periodic)
        {
            var (counted, complied) = NewestFigures(periodic);
            dossier.Counted += counted;
            dossier.Complied += complied;
        }
    }
}
