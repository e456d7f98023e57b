using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// No body reports what it did not do, unless its kind embellishes or misreads figures, and then just by as
/// much as was drawn for it: the claim is worked out again from the declared rule.
/// </summary>
internal sealed class MisreportChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var sent in evidence.Entries.Where(SendsReport))
        {
            var closed = evidence.DossierOf(sent).First(entry => entry.Kind == EntryKind.Closed);
            var itself = ReportChecker.ItselfComplied(evidence, closed);
            var claimed = Claimed(evidence, closed, closed.A, closed.B, itself, 0);
            var misreports = evidence.DossierOf(sent)
                .Where(entry => entry.Kind == EntryKind.Misreported && entry.Item == 0)
                .ToList();
            var expected = claimed == closed.B ? 0 : 1;
            if (misreports.Count != expected)
            {
                yield return $"{claimed} should be claimed: {evidence.InWords(sent)}";
            }
            else if (expected == 1
                && (misreports[0].B != claimed || misreports[0].CauseSequence != sent.Sequence
                    || misreports[0].A != closed.B))
            {
                yield return $"{closed.B} were known, {claimed} to be claimed: {evidence.InWords(misreports[0])}";
            }
        }

        foreach (var misreport in evidence.Of(EntryKind.Misreported))
        {
            if (evidence.CauseOf(misreport) is not { } cause || !SendsReport(cause)
                || misreport.What is < 1 or > 3)
            {
                yield return $"about no report: {evidence.InWords(misreport)}";
            }
        }
    }

    private static bool SendsReport(Entry entry) =>
        entry is { Kind: EntryKind.Closed, What: 1 }
        || entry is { Kind: EntryKind.StepEnded, What: (byte)PaperClass.Report };

    /// <summary>The claim that the rule of the sender's kind makes of what it knows.</summary>
    internal static int Claimed(
        Evidence evidence, in Entry entry, int counted, int known, bool itself, uint number)
    {
        var rule = evidence.KindOf(entry.Body).Reporting ?? new ReportingRule();
        var root = evidence.DirectiveOf(entry).Hash;
        var below = counted - known - (itself ? 0 : 1);
        var claimed = known + (int)Math.Floor((below * rule.Inflates) + 0.5);
        if (!itself && evidence.Chance.Unit(entry.Body, root, Purpose.ClaimItself, 0) < rule.Inflates)
        {
            claimed++;
        }

        if (evidence.Chance.Unit(entry.Body, root, Purpose.Err, number) < rule.Errs)
        {
            var side = (2 * evidence.Chance.Unit(entry.Body, root, Purpose.ErrorSize, number)) - 1;
            var error = Math.Round(Math.Abs(side) * rule.ErrorSize * counted, MidpointRounding.AwayFromZero);
            claimed = Math.Clamp(claimed + (Math.Sign(side) * (int)error), 0, counted);
        }

        return claimed;
    }
}
