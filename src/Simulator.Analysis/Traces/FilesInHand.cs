using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>
/// Which paper of whom each entry is about, as a journal is read from the start: a file that was handed over stays the
/// paper of the body whose it was, in whosever hands it is.
/// </summary>
/// <param name="trace">The journal.</param>
internal sealed class FilesInHand(RunTrace trace)
{
    private readonly Dictionary<(int Body, uint Root, byte Route), (int Body, byte Route)> files = [];

    /// <summary>Whose paper an entry is about, and by which route it came to that body. Entries come in their order.</summary>
    internal (int Body, byte Route) Of(in Entry entry)
    {
        var body = trace.BodyOf(entry);
        if (!trace.Model.IsRestructured)
        {
            return (body, entry.Route);
        }

        var place = (body, entry.Root, entry.Route);
        if (entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.HandedFile } && trace.TryCause(entry, out var handedOver))
        {
            files[place] = Of(handedOver);
        }

        return files.GetValueOrDefault(place, (body, entry.Route));
    }
}
