using Simulator.Kernel.Chance;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Who may sign by order, or by authorisation, does so as drawn: by order if and only if the draw says so, by
/// authorisation only where it says so too; and a relay is signed once.
/// </summary>
internal sealed class SigningChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var signed = new HashSet<(ulong Body, uint Root, byte File)>();
        foreach (var entry in evidence.Of(EntryKind.StepEnded))
        {
            if (entry.Step is not (Step.Sign or Step.SignByOrder or Step.SignByAuthorisation))
            {
                continue;
            }

            var rule = evidence.KindOf(entry.Body).Signing ?? new SigningRule();
            var byOrder = evidence.UrgencyOf(entry) <= rule.UpTo && Falls(Purpose.SignByOrder, rule.ByOrder);
            if (byOrder != (entry.Step == Step.SignByOrder)
                || (entry.Step == Step.SignByAuthorisation
                    && !Falls(Purpose.SignByAuthorisation, rule.ByAuthorisation)))
            {
                yield return $"somebody else was to sign: {evidence.InWords(entry)}";
            }

            if (!signed.Add((entry.Body, entry.Root, evidence.FileOf(entry))))
            {
                yield return $"signed again: {evidence.InWords(entry)}";
            }

            bool Falls(Purpose purpose, double share) =>
                evidence.Chance.Unit(entry.Body, evidence.DirectiveOf(entry).Hash, purpose, 0) < share;
        }
    }
}
