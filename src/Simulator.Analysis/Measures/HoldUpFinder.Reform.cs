using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>Where the files of dissolved bodies are, and where they do not go on.</summary>
internal sealed partial class HoldUpFinder
{
    /// <summary>Who has the file of a body: itself, or whoever has taken over from it.</summary>
    private int HolderOf(int body) => progress.GetValueOrDefault(body)?.HandedTo is >= 0 and var holder ? holder : body;

    /// <summary>When whoever has taken over the file of a body went on with it; -1: nobody has.</summary>
    private int TakenUpAt(int body) => progress.GetValueOrDefault(body)?.FileTakenUpAt ?? -1;

    /// <summary>To whom a body relays, or relayed, by the organisation of that day.</summary>
    private ReadOnlySpan<int> AddresseesOf(int body)
    {
        var now = model.IsRestructured
            ? trace.ModelFor(body, progress.GetValueOrDefault(body)?.IssuedAt is >= 0 and var issued ? issued : at)
            : model;
        return now.AddresseesOf(root, body);
    }

    /// <summary>
    /// Nothing goes on with a file that is on its way, or that nobody has registered where it was handed to. What lies aside,
    /// and what has ended, does so there too.
    /// </summary>
    private IEnumerable<HoldUp> InPlace(BodyProgress own, IEnumerable<HoldUp> holdUps)
    {
        var all = holdUps.ToList();
        var open = own is { HandedTo: >= 0, FileTakenUpAt: < 0 } ? all.FindAll(each => WaitsForTheFile(each.Cause)) : [];
        if (open.Count == 0)
        {
            return all;
        }

        var below = open.Max(each => each.WaitingBelow);
        var instead = own.FileArrivedAt < 0
            ? At(own.Body, Step.None, own.HandedAt, HoldUpCause.FileUnderWay, 1, below)
            : AtStep(own.Body, Step.Register, own.FileArrivedAt, below);
        return all.Except(open).Prepend(instead);
    }

    private static bool WaitsForTheFile(HoldUpCause cause) =>
        cause is HoldUpCause.AtStep or HoldUpCause.OffHours or HoldUpCause.AwaitsReports;
}
