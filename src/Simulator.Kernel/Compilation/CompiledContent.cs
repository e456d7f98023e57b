using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>What becomes of content in the hands of a kind of body: shares as they are drawn and multiplied.</summary>
internal sealed class CompiledContent
{
    /// <summary>The whole of something, in millionths.</summary>
    internal const uint Whole = 1_000_000;

    internal CompiledContent(BodyKind kind)
    {
        var rule = kind.Content ?? ContentRule.Faithful;
        Loses = rule.Loses;
        Distorts = rule.Distorts;
        Adds = rule.Adds;
        Concretises = rule.Concretises;
        LosesAttachment = rule.LosesAttachment;
        Keeps = Whole - Millionths(rule.Fades, $"'fades' of the kind '{kind.Id}'");
        VagueDone = Millionths(rule.VagueDone, $"'vague-done' of the kind '{kind.Id}'");
    }

    internal double Loses { get; }

    internal double Distorts { get; }

    internal double Adds { get; }

    internal double Concretises { get; }

    internal double LosesAttachment { get; }

    /// <summary>Millionths of the strength that are left where the text is written anew or copied.</summary>
    internal uint Keeps { get; }

    /// <summary>Millionths of vague assignments that are carried out in full, of what would be else.</summary>
    internal uint VagueDone { get; }

    /// <summary>Whether there is anything to follow: bodies that change content, or content that has a wording.</summary>
    internal static bool IsFollowedIn(Model model, BodyKind[] kindOf) =>
        Array.Exists(kindOf, kind => kind.Content is not null)
        || model.Directives.SelectMany(directive => directive.Assignments)
            .Any(assignment => assignment.Strength < 1 || assignment.IsVague || assignment.AddedBy.Count > 0);

    /// <summary>A share in millionths, rounded half up.</summary>
    /// <exception cref="ModelException">It is not from 0 to 1.</exception>
    internal static uint Millionths(double share, string what) => share is >= 0 and <= 1
        ? (uint)((share * Whole) + 0.5)
        : throw new ModelException($"A share is from 0 to 1, and {what} is not.");

    /// <summary>A share of a share, both in millionths, rounded half up.</summary>
    internal static uint Of(uint share, uint whole) => (uint)((((ulong)share * whole) + (Whole / 2)) / Whole);

    internal void AddTo(ref Hash128 hash)
    {
        foreach (var share in (double[])[Loses, Distorts, Adds, Concretises, LosesAttachment])
        {
            hash.Add(share);
        }

        hash.Add(Keeps);
        hash.Add(VagueDone);
    }
}
