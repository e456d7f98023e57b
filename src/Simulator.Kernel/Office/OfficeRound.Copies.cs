using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>Copies for information (sao gửi để biết): they are registered, and nothing follows.</summary>
internal ref partial struct OfficeRound
{
    private void SendCopies(int place, ReadOnlySpan<int> to, uint issued)
    {
        foreach (var body in to)
        {
            Send(place, PaperClass.InformationCopy, body, issued);
        }
    }

    /// <summary>
    /// A copy gets a file of its own, which nobody finds who looks for the directive: the directive may come
    /// before it, after it, or never.
    /// </summary>
    private int OpenCopy(in Message message)
    {
        var place = Open(message.Root, 0);
        slab.RootsOf(body)[place] = ushort.MaxValue;
        ref var dossier = ref DossierAt(place);
        dossier.State = DossierState.Copy;
        dossier.Urgency = message.Urgency;
        return place;
    }
}
