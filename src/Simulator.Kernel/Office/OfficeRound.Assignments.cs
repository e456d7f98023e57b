using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>The body's own assignments: begun, laid aside, ignored, carried out.</summary>
internal ref partial struct OfficeRound
{
    private void BeginAssignments(int place, uint own, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root];
        var conduct = model.ConductTable[facts.Conduct];
        while (own != 0)
        {
            var item = Lowest(ref own);
            var (ignore, stall) =
                conduct.Varies ? SharesNow(conduct, place, item) : (conduct.Ignore, conduct.Stall);
            var will = ignore > 0 || stall > 0
                ? chance.Unit(DrawnAs(place), root.Hash, Purpose.Willingness, root.AssignmentHash[item])
                : 1.0;
            if (will < ignore && !dossier.Is(DossierState.Inspected))
            {
                dossier.Open &= ~(1U << item);
                dossier.Stalled |= 1U << item;
                dossier.State |= DossierState.Failed;
                Write(EntryKind.Ignored, place, cause, Entry.Pack(0, item, 0, 0));
            }
            else if (will < ignore + stall && !dossier.Is(DossierState.Reminded))
            {
                dossier.Stalled |= 1U << item;
                Write(EntryKind.Stalled, place, cause, Entry.Pack(0, item, 0, 0));
            }
            else
            {
                BeginAssignment(place, item, cause);
            }
        }
    }

    /// <summary>Where inputs of others are needed they are waited for first.</summary>
    private void BeginAssignment(int place, byte item, uint cause)
    {
        if (model.Roots[DossierAt(place).Root].Inputs is not { } inputs || (inputs.Items >> item & 1) == 0
            || !AwaitsInputs(place, inputs, item, cause))
        {
            AskOrCarryOut(place, item, cause);
        }
    }

    /// <summary>Where approval is needed it is asked for first.</summary>
    private void AskOrCarryOut(int place, byte item, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        if ((model.Roots[dossier.Root].NeedsApproval >> item & 1) != 0 && dossier.Issuer >= 0)
        {
            if (slab.Questions is null)
            {
                Start(Flow.Ask, new Slip(place, cause, item));
            }
            else
            {
                Inquire(place, item, cause);
            }
        }
        else
        {
            CarryOut(place, item, cause);
        }
    }

    /// <summary>
    /// Work that holds nobody up and was enabled by the end of handling needs no job: a wake-up is enough.
    /// </summary>
    private void CarryOut(int place, byte item, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var steps = kind.Flows[(int)Flow.CarryOut];
        if (IsWithdrawn(dossier))
        {
            return;
        }

        if (steps.Length != 1 || steps[0].Post != CompiledStep.Nobody || cause != dossier.Anchor)
        {
            Start(Flow.CarryOut, new Slip(place, cause, item));
            return;
        }

        var root = model.Roots[dossier.Root];
        var minutes = TakesOf(place, item).Minutes(
            chance.Unit(DrawnAs(place), root.Hash, Purpose.CarryOut, root.AssignmentHash[item]));
        var wakeUp = new WakeUp
        {
            Body = body,
            Job = -1,
            Mark = now,
            Dossier = (ushort)place,
            Kind = WakeKind.AssignmentEnd,
            Item = item,
        };
        if (minutes == 0)
        {
            outcome.AddAtOnce(wakeUp);
        }
        else
        {
            outcome.AddWakeUp(now + minutes, wakeUp);
        }
    }

    /// <summary>Phase 1: the end of such work.</summary>
    private void EndAssignment(int place, byte item, int started)
    {
        if (IsWithdrawn(DossierAt(place)) && (DossierAt(place).Open >> item & 1) == 0)
        {
            return;
        }

        var entry = Write(
            EntryKind.StepEnded, place, DossierAt(place).Anchor,
            Entry.Pack(0, item, 0, (uint)OutcomeOf(place, item)), Step.CarryOut, started);
        AfterAssignment(place, item, entry);
    }

    /// <summary>Where a kind has no step for carrying out there is nothing to be done in part.</summary>
    private readonly Conduct.Outcome OutcomeOf(int place, byte item)
    {
        var conduct = model.ConductTable[facts.Conduct];
        var partly = conduct.Distinguishes ? SharesFor(conduct, place, item).Partly : conduct.Partly;
        if (kind.Content is { } content)
        {
            if (IsDistorted(place, item))
            {
                return Conduct.Outcome.Otherwise;
            }

            partly = PartlyOf(place, item, content, partly);
        }

        if (partly <= 0 || kind.Flows[(int)Flow.CarryOut].Length == 0)
        {
            return Conduct.Outcome.Complied;
        }

        var root = model.Roots[DossierAt(place).Root];
        return chance.Unit(DrawnAs(place), root.Hash, Purpose.Outcome, root.AssignmentHash[item]) < partly
            ? Conduct.Outcome.Partly
            : Conduct.Outcome.Complied;
    }

    private void AfterAssignment(int place, byte item, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        dossier.Open &= ~(1U << item);
        if (OutcomeOf(place, item) == Conduct.Outcome.Partly)
        {
            dossier.State |= DossierState.Failed | DossierState.InPart;
        }

        if ((model.Roots[dossier.Root].PromptReport >> item & 1) != 0 && dossier.Issuer >= 0)
        {
            Start(Flow.PromptReport, new Slip(place, cause, item));
        }

        CloseIfDone(place, cause);
    }
}
