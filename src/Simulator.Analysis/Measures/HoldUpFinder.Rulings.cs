using System.Numerics;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>Waiting for a ruling which of two superiors is to be obeyed.</summary>
internal sealed partial class HoldUpFinder
{
    private HoldUp Ruling(int body, BodyProgress own) => At(
        body, Step.Ask, own.Ruling.Since, HoldUpCause.AwaitsRuling, BitOperations.PopCount(own.AwaitingRulings), 0) with
    {
        Whom = own.Ruling.Whom,
    };
}
