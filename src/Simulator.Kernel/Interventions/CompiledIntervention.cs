namespace Simulator.Kernel.Interventions;

/// <summary>
/// An intervention in arrays. In entries it stands where a root directive does, by a hash of its id that is made
/// so that an intervention and a directive may have the same id.
/// </summary>
public sealed class CompiledIntervention
{
    /// <summary>As declared.</summary>
    public required Intervention Source { get; init; }

    /// <summary>Hash of its id.</summary>
    public required ulong Hash { get; init; }

    /// <summary>The short hash: stands in entries.</summary>
    public uint ShortHash => (uint)(Hash >> 32);

    /// <summary>By act: the bodies that it names, in index order; empty for an act that names none.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Bodies { get; init; }

    /// <summary>
    /// By act: for a reminder or an inspection, those who are woken to send it: the superiors; empty for others.
    /// </summary>
    internal int[][] Senders { get; init; } = [];

    /// <summary>By act: for an inspection, a bit by body for the inspected; <c>null</c> for others.</summary>
    internal bool[]?[] Inspected { get; init; } = [];

    /// <summary>Whether it changes the model by which bodies act, and not only sets something going.</summary>
    public bool ChangesModel => Source.Acts.Any(act => act is not (ReminderAct or InspectionAct));

    /// <summary>Whether it restructures, which is never undone.</summary>
    public bool Restructures => Source.Acts.Any(act => act is RestructuringAct);

    /// <summary>Whether it issues a directive, which is never taken back.</summary>
    public bool Issues => Source.Acts.Any(act => act is DirectiveAct);
}
