using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Store;

/// <summary>A report that was sent. Figures are -1 where there are none.</summary>
internal sealed record SentPaper
{
    internal required PaperClass Paper { get; init; }

    internal required int Number { get; init; }

    internal required Entry? Arrival { get; init; }

    internal required int Counted { get; init; }

    internal required int Known { get; init; }

    internal required int Claimed { get; init; }
}
