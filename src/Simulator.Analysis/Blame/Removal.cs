using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Analysis.Blame;

/// <summary>Something to wait for that a run is played without.</summary>
public sealed record Removal
{
    /// <summary>What nobody waits for.</summary>
    public required Hindrance What { get; init; }

    /// <summary>The post at which nobody does; <c>null</c>: any.</summary>
    public Post? Post { get; init; }

    /// <summary>How far it goes.</summary>
    public required Extent Extent { get; init; }

    /// <summary>Id of the body, channel or kind, or name of the level; empty: everybody.</summary>
    public string Name { get; init; } = "";

    /// <summary>Indices of the bodies; empty for channels.</summary>
    public IReadOnlyList<int> Bodies { get; init; } = [];

    /// <summary>Whether it is one place, and not several together.</summary>
    public bool IsOne => Extent is Extent.Body or Extent.Channel;

    /// <summary>What it is, in a few letters by which two are told apart.</summary>
    internal string Key => $"{What}|{Post}|{(Extent == Extent.Part ? string.Join(' ', Bodies) : $"{Extent} {Name}")}";

    /// <summary>The same for the kernel.</summary>
    internal Relief ToRelief(CompiledModel model) => new()
    {
        From = What,
        Post = Post,
        Channel = Extent == Extent.Channel ? Name : null,
        Bodies = Extent is Extent.Everybody or Extent.Channel
            ? null
            : Bodies.Select(body => model.Bodies[body].Id).ToHashSet(StringComparer.Ordinal),
    };
}
