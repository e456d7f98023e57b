using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Flash reports: news of an event, written at once and handed on upward by each who gets it.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>What is added to the number of a flash report in the entries of its steps.</summary>
    private const uint FlashMark = 256;

    /// <summary>An event befalls the body: it reports it on each directive in hand that asks for that.</summary>
    private void ReportAtOnce(int happened, uint cause)
    {
        if (slab.FlashesSent is null)
        {
            return;
        }

        for (var place = 0; place < slot.Dossiers; place++)
        {
            if (model.Roots[DossierAt(place).Root].Flash is { } flash
                && flash.NumberOf(happened) is var number && number > 0)
            {
                PassOn(place, number, cause);
            }
        }
    }

    /// <summary>
    /// The first news of an event goes up at once, from whoever has handled the directive; what else is heard of
    /// the same event is only registered. The root's issuer has nobody to tell.
    /// </summary>
    private void PassOn(int place, byte number, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (dossier.Is(DossierState.Handled) && dossier.Issuer >= 0 && dossier.Route == 0
            && slab.MarkFlash(body, model.Roots[dossier.Root].Flash!.Place, number))
        {
            Start(Flow.FlashReport, new Slip(place, cause, number));
        }
    }
}
