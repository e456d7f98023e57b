using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// What one directive and others do to each other while they are under way, laid out. Directives stand by
/// their place in the model.
/// </summary>
public sealed class CompiledFlight
{
    internal CompiledFlight(Directive directive, int other, Recall? recall, int[] newer, int[] updates)
    {
        Relation = directive.Relation;
        Other = other;
        Duplicates = directive.Duplicates;
        Recall = recall;
        Newer = newer;
        Updates = updates;
    }

    /// <summary>What it is to an older directive; <c>null</c>: nothing.</summary>
    public PaperRelation? Relation { get; }

    /// <summary>The place of that directive; -1: there is none.</summary>
    public int Other { get; }

    /// <summary>The share of copies that are sent a second time.</summary>
    public double Duplicates { get; }

    /// <summary>When and how it is recalled; <c>null</c>: never.</summary>
    public Recall? Recall { get; }

    /// <summary>The directives that supersede or replace it.</summary>
    public IReadOnlyList<int> Newer { get; }

    /// <summary>The directives that update it.</summary>
    public IReadOnlyList<int> Updates { get; }

    /// <summary>Whether it supersedes or replaces another.</summary>
    public bool Supersedes => Relation is { Kind: RelationKind.Supersedes or RelationKind.Replaces };

    /// <summary>Whether nobody reports on it: it changes another paper and asks for nothing itself.</summary>
    public bool IsQuiet => Relation is { Kind: RelationKind.Updates or RelationKind.Corrects };

    /// <summary>Whether it can lose its force on its way.</summary>
    internal bool IsWithdrawable => Recall is not null || Newer.Count > 0;

    /// <summary>The class of its papers.</summary>
    internal PaperClass Paper => Supersedes || IsQuiet ? PaperClass.Amendment : PaperClass.Directive;

    /// <summary>By assignment of the other directive: the due tick that this one gives it, or -1.</summary>
    public IReadOnlyList<int> NewDue { get; internal init; } = [];

    /// <summary>By assignment of the other directive: how long it takes from then on, or <c>null</c>.</summary>
    internal Distribution?[] NewTakes { get; init; } = [];

    internal void AddTo(ref Hash128 hash)
    {
        hash.Add(Other, Relation is null ? 0 : (int)Relation.Kind);
        hash.Add(Relation is { RegisteredYields: true });
        hash.Add(Relation is { FinishesWork: true });
        hash.Add(Relation is { Clarifies: true });
        hash.Add(Relation?.Mistyped ?? 0);
        hash.Add(Duplicates);
        hash.Add(Recall?.At.Value ?? -1);
        hash.Add(Recall is { RegisteredYields: true });
        hash.Add(Recall is { FinishesWork: true });
        hash.Add([.. NewDue]);
        foreach (var takes in NewTakes)
        {
            hash.Add(takes is not null);
            takes?.AddTo(ref hash);
        }
    }
}
