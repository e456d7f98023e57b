using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Office;

/// <summary>
/// What has become of the content of one paper on its way to a body, beside the assignments in it. A slab
/// keeps one for each dossier, and none at all where the model does not follow content.
/// </summary>
internal struct PaperContent
{
    /// <summary>What is left of the strength, in millionths.</summary>
    internal uint Strength;

    /// <summary>The assignments that mean something else by now: a bit for each.</summary>
    internal uint Distorted;

    /// <summary>How the assignments are worded.</summary>
    internal Wording Wording;

    /// <summary>The root directive itself, at its issuer.</summary>
    internal static PaperContent Original => new() { Strength = CompiledContent.Whole };
}
