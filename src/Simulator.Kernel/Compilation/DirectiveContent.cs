using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Compilation;

/// <summary>How the assignments of a root directive are worded, and who may add those that are local.</summary>
public sealed class DirectiveContent
{
    private readonly uint[] addedByAudience;
    private readonly uint[] strengths;

    internal DirectiveContent(Directive directive, uint[] addedByAudience)
    {
        this.addedByAudience = addedByAudience;
        strengths = new uint[directive.Assignments.Count];
        for (var place = 0; place < strengths.Length; place++)
        {
            var assignment = directive.Assignments[place];
            strengths[place] = CompiledContent.Millionths(
                assignment.Strength, $"the strength of '{assignment.Id}' in '{directive.Id}'");
            Vague |= assignment.IsVague ? 1U << place : 0;
        }
    }

    /// <summary>The assignments that are vague until a relay makes them concrete: a bit for each.</summary>
    public uint Vague { get; }

    /// <summary>The strength of an assignment as declared, in millionths.</summary>
    /// <param name="item">Its place in the directive.</param>
    public uint StrengthOf(int item) => strengths[item];

    /// <summary>The local assignments that bodies of an audience may add: a bit for each.</summary>
    /// <param name="audience">The audience.</param>
    public uint AddedBy(int audience) => addedByAudience[audience];

    /// <summary>What the directive as a whole says; who may add what is hashed with the bodies.</summary>
    internal void AddTo(ref Hash128 hash)
    {
        hash.Add(Vague);
        foreach (var strength in strengths)
        {
            hash.Add(strength);
        }
    }
}
