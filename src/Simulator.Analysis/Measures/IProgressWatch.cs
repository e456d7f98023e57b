using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>Looks on while <see cref="ProgressReader"/> reads a journal.</summary>
internal interface IProgressWatch
{
    /// <summary>An entry has been taken in.</summary>
    /// <param name="root">Place of the directive.</param>
    /// <param name="own">How far the body has got by it whose paper it is about.</param>
    /// <param name="entry">The entry.</param>
    void Took(int root, BodyProgress own, in Entry entry);
}
