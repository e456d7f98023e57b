using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// Steering committees and others that collect reports in the place of the issuer of a paper: its addressees
/// report to the collector, which follows them up, and it waits for the collector alone.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>Those whose reports a body waits for, by the places that reports bring back.</summary>
    private readonly ReadOnlySpan<int> ReportersOf(int root) => ReportersOf(root, body);

    /// <summary>Those whose reports another body waits for.</summary>
    private readonly ReadOnlySpan<int> ReportersOf(int root, int other) =>
        model.Roots[root].Collecting is { } collecting && collecting.CollectsFor(other) is >= 0 and var issuer
            ? model.AddresseesOf(root, issuer)
            : model.AddresseesOf(root, other);

    /// <summary>To whom the report on a paper goes.</summary>
    private readonly int ReportsTo(in Dossier dossier) => model.ReportsTo(dossier.Root, body, dossier.Issuer);

    /// <summary>A collector may get reports before the paper on which they report.</summary>
    private void BeginToCollect(int place, CompiledCollecting collecting)
    {
        ref var dossier = ref DossierAt(place);
        if (collecting.CollectsFor(body) is >= 0 and var issuer && dossier.Route == 0)
        {
            Expect(ref dossier, model.AddresseesOf(dossier.Root, issuer), but: body);
        }
    }

    /// <summary>Whoever has a collector waits for its report only.</summary>
    private void LeaveToCollector(int place, CompiledCollecting collecting, ReadOnlySpan<int> addressees)
    {
        if (collecting.CollectorOf(body) is >= 0 and var collector)
        {
            ref var dossier = ref DossierAt(place);
            for (var tag = 0; tag < addressees.Length; tag++)
            {
                if (addressees[tag] != collector)
                {
                    MarkReported(ref dossier, (ushort)tag);
                }
            }

            dossier.Missing = 1;
        }
    }

    private void Expect(ref Dossier dossier, ReadOnlySpan<int> reporters, int but)
    {
        dossier.Addressees = dossier.Missing = (ushort)reporters.Length;
        if (reporters.Length > 64)
        {
            dossier.Reported = (ulong)slab.NewBits(reporters.Length);
        }

        if (reporters.IndexOf(but) is >= 0 and var tag)
        {
            MarkReported(ref dossier, (ushort)tag);
            dossier.Missing--;
        }
    }

    /// <summary>Whether it is this body that follows up an addressee, and not somebody else.</summary>
    private readonly bool FollowsUp(int root, int addressee) =>
        addressee != body
        && (model.Roots[root].Collecting is not { } collecting
            || (collecting.CollectorOf(body) is var collector && (collector < 0 || collector == addressee)));

    /// <summary>The level by whose rule a body follows up: a collector as the one in whose place it collects.</summary>
    private readonly int FollowUpLevel(CompiledDirective root) =>
        root.Collecting is { } collecting && collecting.CollectsFor(body) is >= 0 and var issuer
            ? model.Facts[issuer].Level
            : facts.Level;

    /// <summary>
    /// The level by whose cut-off a body closes: its own; a collector by that of the body in whose place it
    /// collects, which then has none (-1).
    /// </summary>
    private readonly int CutOffLevel(CompiledDirective root) =>
        root.Collecting is not { } collecting ? facts.Level
        : collecting.CollectsFor(body) is >= 0 and var issuer ? model.Facts[issuer].Level
        : collecting.CollectorOf(body) >= 0 ? -1
        : facts.Level;
}
