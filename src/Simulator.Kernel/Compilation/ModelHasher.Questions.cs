using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Compilation;

/// <summary>What a model says of questions upward and of who signs.</summary>
internal static partial class ModelHasher
{
    /// <summary>Adds nothing where nothing is said of silence.</summary>
    private static void Add(ref Hash128 hash, SilenceRule?[]? silence)
    {
        foreach (var rule in silence ?? [])
        {
            Add(ref hash, rule);
        }
    }

    private static void Add(ref Hash128 hash, SilenceRule? rule)
    {
        hash.Add((int)WakeKind.Silence, rule?.After.Minutes ?? -1);
        hash.Add(rule is { MeansRefusal: true });
    }

    /// <summary>Adds nothing for a kind that approves whatever is asked.</summary>
    private static void Add(ref Hash128 hash, CompiledQuestions? rule)
    {
        if (rule is not null)
        {
            hash.Add((int)Purpose.AskOpinion, rule.AtMost);
            hash.Add(rule.Opinion);
            hash.Add(rule.Returns);
            hash.Add(rule.PassesUp);
            hash.Add(rule.Refuses);
            Add(ref hash, rule.Silence);
        }
    }

    private static void Add(ref Hash128 hash, EntryKind use, ConflictRule? rule)
    {
        if (rule is not null)
        {
            hash.Add((int)use, (int)rule.Obeys);
            hash.Add(rule.Line is null ? 0 : Hash64.Of(rule.Line));
        }
    }

    /// <summary>Adds nothing for a kind whose leadership signs all, and that obeys whoever asks for anything.</summary>
    private static void Add(ref Hash128 hash, CompiledSigning? signing, ConflictRule? conflict, ConflictRule? ruling)
    {
        Add(ref hash, EntryKind.ConflictFound, conflict);
        Add(ref hash, EntryKind.Ruled, ruling);

        if (signing is not null)
        {
            hash.Add((int)Purpose.SignByOrder, (int)signing.Rule.UpTo);
            hash.Add((int)signing.Rule.By);
            hash.Add(signing.Rule.ByOrder);
            hash.Add(signing.Rule.ByAuthorisation);
        }
    }
}
