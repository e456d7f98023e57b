using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>What the first paper of a directive that a body holds asks for, as the journal tells.</summary>
internal sealed record HeldPaper(uint Items, uint Distorted, int Strength, Wording Wording)
{
    public uint Kept { get; set; }

    /// <summary>The directive itself, as its issuer has it: local assignments are not in it.</summary>
    public static HeldPaper Original(CompiledDirective directive)
    {
        var items = 0U;
        for (var place = 0; place < directive.Source.Assignments.Count; place++)
        {
            items |= directive.Source.Assignments[place].AddedBy.Count == 0 ? 1U << place : 0;
        }

        return new HeldPaper(items, 0, 1_000_000, Wording.AsDeclared);
    }
}
