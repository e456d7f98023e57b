using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>Reads from a journal what the director did.</summary>
public static class DirectorReader
{
    /// <summary>What it did, in order.</summary>
    public static IReadOnlyList<DirectorDoing> Read(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var doings = new List<DirectorDoing>();
        var reforms = RegimeReader.Reforms(trace.Source, trace.Entries);
        foreach (ref readonly var entry in trace.Entries)
        {
            if (entry.Body == Director.Hash && RegimeReader.PlaceOf(trace.Model, entry.Root) is >= 0 and var place)
            {
                doings.Add(new DirectorDoing(
                    trace.Model.Interventions[place], entry.Kind, entry.Tick, entry.Started, entry.A, entry.B)
                {
                    Reform = entry.Kind == EntryKind.Intervened ? reforms.GetValueOrDefault((place, entry.Tick)) : null,
                });
            }
        }

        return doings;
    }
}

/// <summary>An intervention that began or ended.</summary>
/// <param name="Intervention">Which.</param>
/// <param name="Kind"><see cref="EntryKind.Intervened"/> or <see cref="EntryKind.InterventionEnded"/>.</param>
/// <param name="At">The tick.</param>
/// <param name="Since">The tick at whose end its condition held; <paramref name="At"/> where it has none.</param>
/// <param name="InState">How many were in the state that the condition asks for; 0 where there is none.</param>
/// <param name="Among">Among how many.</param>
public sealed record DirectorDoing(
    CompiledIntervention Intervention, EntryKind Kind, int At, int Since, int InState, int Among)
{
    /// <summary>What it came to, if it has restructured; else <c>null</c>.</summary>
    public Reform? Reform { get; init; }
}

/// <summary>What a restructuring in the middle of a run came to.</summary>
/// <param name="Dissolved">How many bodies it has dissolved.</param>
/// <param name="Lost">How many people were lost by it.</param>
/// <param name="Crowded">How many of these because their new posts were full.</param>
public sealed record Reform(int Dissolved, int Lost, int Crowded);
