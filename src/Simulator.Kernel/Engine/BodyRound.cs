using System.Runtime.CompilerServices;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Engine;

/// <summary>The kernel's public face for a host: one round of one body.</summary>
public static class BodyRound
{
    /// <summary>
    /// Plays what is due at one tick at one body. What it sends arrives at a later tick; what it asks to
    /// be woken for is due at a later tick.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="chance">The key of the run's draws.</param>
    /// <param name="slab">The slab that holds the body.</param>
    /// <param name="body">Index of the body.</param>
    /// <param name="tick">The tick, later than that of the body's round before.</param>
    /// <param name="wakeUps">What is due, in the order of <see cref="CanonicalOrder"/>.</param>
    /// <param name="deliveries">What arrives, in the order of <see cref="CanonicalOrder"/>.</param>
    /// <param name="outcome">Where entries, papers and wake-ups are added.</param>
    /// <exception cref="RunException">The body would go round for ever without time passing.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Play(
        CompiledModel model, in ChanceKey chance, Slab slab, int body, int tick,
        ReadOnlySpan<WakeUp> wakeUps, ReadOnlySpan<Message> deliveries, Outcome outcome) =>
        OfficeRound.Play(model, chance, slab, body, tick, wakeUps, deliveries, outcome);

    /// <summary>
    /// The wake-ups with which a run begins, in order: the issue of each root directive, each event at each
    /// body that it befalls, the first opening of each office that has other papers, and at tick 0 the beginning
    /// of each roster.
    /// </summary>
    public static IEnumerable<PendingWakeUp> Beginnings(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        for (var root = 0; root < model.Roots.Length; root++)
        {
            var directive = model.Roots[root];
            yield return new(directive.Issued, new WakeUp
            {
                Body = directive.Issuer,
                Job = -1,
                Dossier = (ushort)root,
                Kind = WakeKind.IssueRoot,
            });
            if (directive.Flight?.Recall is { } recall)
            {
                yield return new(recall.At.Value, new WakeUp
                {
                    Body = directive.Issuer,
                    Job = -1,
                    Dossier = (ushort)root,
                    Kind = WakeKind.Recall,
                });
            }
        }

        for (var place = 0; place < model.EventTable.Length; place++)
        {
            var befalls = model.EventTable[place];
            foreach (var body in befalls.Bodies)
            {
                yield return new(befalls.At, new WakeUp
                {
                    Body = body,
                    Job = -1,
                    Dossier = (ushort)place,
                    Kind = WakeKind.Event,
                });
            }
        }

        foreach (var beginning in LoadTable.Beginnings(model))
        {
            yield return beginning;
        }

        foreach (var body in model.Rostered ?? [])
        {
            yield return new(0, new WakeUp { Body = body, Job = -1, Kind = WakeKind.AbsenceEdge });
        }
    }
}
