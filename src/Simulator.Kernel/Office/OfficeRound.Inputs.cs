using System.Numerics;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Lead and coordinating bodies (chủ trì, phối hợp): what the ones contribute, and the others' wait for it.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>A contribution is begun, laid aside or ignored as an assignment is, by a draw of its own.</summary>
    private void BeginContributions(int place, CompiledInputs inputs, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        var owed = dossier.Content & inputs.OwedBy(body);
        if (owed == 0)
        {
            return;
        }

        ref var file = ref slab.Inputs!.FileOf(body, inputs);
        var root = model.Roots[dossier.Root];
        var conduct = model.ConductTable[facts.Conduct];
        file.Due = owed;
        dossier.State |= DossierState.Contributing;
        while (owed != 0)
        {
            var item = Lowest(ref owed);
            var (ignore, stall) =
                conduct.Varies ? SharesNow(conduct, place, item) : (conduct.Ignore, conduct.Stall);
            var will = ignore > 0 || stall > 0
                ? chance.Unit(facts.Hash, root.Hash, Purpose.Contributing, root.AssignmentHash[item])
                : 1.0;
            if (will < ignore && !dossier.Is(DossierState.Inspected))
            {
                file.Due &= ~(1U << item);
                file.Ignored |= 1U << item;
                WriteContribution(place, ContributionState.Ignored, item, cause);
            }
            else if (will < ignore + stall && !dossier.Is(DossierState.Reminded))
            {
                file.Aside |= 1U << item;
                WriteContribution(place, ContributionState.LaidAside, item, cause);
            }
            else
            {
                Start(Flow.Contribute, new Slip(place, cause, item));
            }
        }

        if (file.Due == 0)
        {
            dossier.State &= ~DossierState.Contributing;
        }
    }

    private uint WriteContribution(int place, ContributionState what, byte item, uint cause) =>
        Write(EntryKind.Contribution, place, cause, Entry.Pack((byte)what, item, 0, 0));

    /// <summary>One contribution is written, and each lead that is owed it gets it.</summary>
    private void SendInput(in Slip slip)
    {
        var place = slip.Dossier;
        ref var dossier = ref DossierAt(place);
        var inputs = model.Roots[dossier.Root].Inputs!;
        foreach (var lead in inputs.LeadsOf(body, slip.Item))
        {
            Send(place, PaperClass.Input, lead, slip.Cause, item: slip.Item);
        }

        ref var file = ref slab.Inputs!.FileOf(body, inputs);
        file.Due &= ~(1U << slip.Item);
        if (file.Due == 0)
        {
            dossier.State &= ~DossierState.Contributing;
            CloseIfDone(place, slip.Cause);
        }
    }

    /// <summary>Gets going contributions that were laid aside and, after an inspection, those that were ignored.</summary>
    private void ResumeContributions(int place, bool ignoredToo, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        if (dossier.Is(DossierState.Copy) || model.Roots[dossier.Root].Inputs is not { } inputs)
        {
            return;
        }

        ref var file = ref slab.Inputs!.FileOf(body, inputs);
        var items = file.Aside | (ignoredToo ? file.Ignored : 0);
        file.Aside = 0;
        file.Ignored &= ~items;
        file.Due |= items;
        dossier.State |= items == 0 ? 0 : DossierState.Contributing;
        while (items != 0)
        {
            var item = Lowest(ref items);
            var entry = WriteContribution(place, ContributionState.Resumed, item, cause);
            Start(Flow.Contribute, new Slip(place, entry, item));
        }
    }

    /// <summary>How many contributions lie aside, and how many are ignored.</summary>
    private readonly (uint Aside, uint Ignored) ContributionsFoundIn(in Dossier dossier)
    {
        if (dossier.Route != 0 || dossier.Is(DossierState.Copy) || model.Roots[dossier.Root].Inputs is not { } inputs)
        {
            return (0, 0);
        }

        ref readonly var file = ref slab.Inputs!.FileOf(body, inputs);
        return ((uint)BitOperations.PopCount(file.Aside), (uint)BitOperations.PopCount(file.Ignored));
    }

    /// <summary>Whether the lead of an assignment has to wait before it begins.</summary>
    private bool AwaitsInputs(int place, CompiledInputs inputs, byte item, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var owed = dossier.Issuer < 0 ? default : inputs.CoordinatorsOf(dossier.Issuer, item);
        ref var file = ref slab.Inputs!.FileOf(body, inputs);
        var missing = slab.Inputs.Missing(file, owed, item);
        if (missing == 0)
        {
            return false;
        }

        file.Awaited |= 1U << item;
        var entry = Write(EntryKind.InputsAwaited, place, cause, Entry.Pack(0, item, (uint)owed.Length, (uint)missing));
        if (inputs.AtMost(item) is >= 0 and var most)
        {
            outcome.AddWakeUp(now + Math.Max(1, most), new WakeUp
            {
                Body = body,
                Job = -1,
                Mark = (int)entry,
                Dossier = (ushort)place,
                Kind = WakeKind.InputLimit,
                Item = item,
            });
        }

        return true;
    }

    /// <summary>An input is registered; the last one that is owed lets the lead begin.</summary>
    private void TakeInput(in Slip slip)
    {
        ref readonly var dossier = ref DossierAt(slip.Dossier);
        var inputs = model.Roots[dossier.Root].Inputs!;
        ref var file = ref slab.Inputs!.FileOf(body, inputs);
        slab.Inputs.Add(ref file, slip.Counterpart, slip.Item);
        if ((file.Awaited >> slip.Item & 1) != 0
            && slab.Inputs.Missing(file, inputs.CoordinatorsOf(dossier.Issuer, slip.Item), slip.Item) == 0)
        {
            EndWait(slip.Dossier, slip.Item, 0, slip.Cause);
        }
    }

    /// <summary>Phase 3: the lead has waited as long as it does.</summary>
    private void PassInputLimit(in WakeUp wakeUp)
    {
        ref readonly var dossier = ref DossierAt(wakeUp.Dossier);
        var inputs = model.Roots[dossier.Root].Inputs!;
        ref readonly var file = ref slab.Inputs!.FileOf(body, inputs);
        if ((file.Awaited >> wakeUp.Item & 1) != 0)
        {
            var missing = slab.Inputs.Missing(file, inputs.CoordinatorsOf(dossier.Issuer, wakeUp.Item), wakeUp.Item);
            EndWait(wakeUp.Dossier, wakeUp.Item, missing, (uint)wakeUp.Mark);
        }
    }

    private void EndWait(int place, byte item, int missing, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var inputs = model.Roots[dossier.Root].Inputs!;
        slab.Inputs!.FileOf(body, inputs).Awaited &= ~(1U << item);
        var owed = inputs.CoordinatorsOf(dossier.Issuer, item).Length;
        var entry = Write(
            EntryKind.InputsEnded, place, cause,
            Entry.Pack((byte)(missing > 0 ? 1 : 0), item, (uint)owed, (uint)missing));
        AskOrCarryOut(place, item, entry);
    }

    /// <summary>Own assignments that are not begun, for inputs are missing.</summary>
    private readonly uint AwaitingInputs(in Dossier dossier) =>
        dossier.Route == 0 && model.Roots[dossier.Root].Inputs is { } inputs
            ? slab.Inputs!.FileOf(body, inputs).Awaited
            : 0;

    /// <summary>The paper has lost its force: nothing is waited for any more, and nothing owed.</summary>
    private void ForgetInputs(int place)
    {
        ref var dossier = ref DossierAt(place);
        dossier.State &= ~DossierState.Contributing;
        if (dossier.Route == 0 && model.Roots[dossier.Root].Inputs is { } inputs)
        {
            ref var file = ref slab.Inputs!.FileOf(body, inputs);
            (file.Awaited, file.Due, file.Aside, file.Ignored) = (0, 0, 0, 0);
        }
    }
}
