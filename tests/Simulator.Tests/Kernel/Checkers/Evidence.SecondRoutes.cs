using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Which file of a body an entry is in: a second paper that was recognised lies in that of the first, one that was
/// taken for new has its own.
/// </summary>
internal sealed partial class Evidence
{
    private readonly HashSet<(ulong Body, uint Root, byte Route)> _takenForNew;

    /// <summary>The route of the paper with which the file of an entry was opened.</summary>
    public byte FileOf(in Entry entry) => _takenForNew.Contains(RouteOf(entry)) ? entry.Route : (byte)0;

    /// <summary>Whether an entry is about the paper that is handled in its file, and not about one filed against it.</summary>
    public bool IsHandled(in Entry entry) => entry.Route == FileOf(entry);

    /// <summary>
    /// By which of the receiver's routes a report comes: that of the paper on which it reports; -1: it goes to the
    /// sender of a paper that is filed, and counts nobody.
    /// </summary>
    public int ReportRouteOf(in Entry sent)
    {
        if (!IsHandled(sent))
        {
            return -1;
        }

        foreach (var entry in DossierOf(sent))
        {
            if (entry.BringsDirective && IsHandled(entry))
            {
                return CauseOf(entry)?.Route ?? -1;
            }
        }

        return -1;
    }

    private static (ulong Body, uint Root, byte Route) RouteOf(Entry entry) => (entry.Body, entry.Root, entry.Route);
}
