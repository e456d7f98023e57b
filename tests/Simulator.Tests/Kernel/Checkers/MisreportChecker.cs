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
        foreach (var sent in evidence.Entries.Where(entry => SendsReport(entry) && !evidence.IsHeldBack(entry)))
        {
            var figures = FiguresOf(evidence, sent);
            var number = figures.Kind == EntryKind.Closed ? 0 : figures.Item;
            var claimed = Claimed(evidence, figures, (uint)number);
            var misreports = evidence.DossierOf(sent)
                .Where(entry => entry.Kind == EntryKind.Misreported && entry.Item == number)
                .ToList();
            var expected = claimed == figures.B ? 0 : 1;
            if (misreports.Count != expected)
            {
                yield return $"{claimed} should be claimed: {evidence.InWords(sent)}";
            }
            else if (expected == 1
                && (misreports[0].B != claimed || misreports[0].CauseSequence != sent.Sequence
                    || misreports[0].A != figures.B))
            {
                yield return $"{figures.B} were known, {claimed} to be claimed: {evidence.InWords(misreports[0])}";
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
        entry is { Kind: EntryKind.Closed or EntryKind.FiguresClosed, What: 1 }
        || entry is { Kind: EntryKind.Unsent, What: 1 }
        || entry is
        {
            Kind: EntryKind.StepEnded, What: (byte)PaperClass.Report or (byte)PaperClass.PeriodicReport,
        };

    /// <summary>The entry that says what the sender of a report knew.</summary>
    private static Entry FiguresOf(Evidence evidence, Entry sent) =>
        sent.Kind is EntryKind.Closed or EntryKind.FiguresClosed ? sent
        : evidence.DossierOf(sent).First(entry => sent.Kind == EntryKind.Unsent || sent.What == (byte)PaperClass.Report
            ? entry.Kind == EntryKind.Closed
            : entry.Kind == EntryKind.FiguresClosed && entry.Item == sent.B);

    /// <summary>The claim that the rule of the sender's kind makes of what it knows.</summary>
    private static int Claimed(Evidence evidence, in Entry figures, uint number)
    {
        var rule = evidence.KindOf(figures.Body).Reporting ?? new ReportingRule();
        var root = evidence.DirectiveOf(figures).Hash;
        var itself = figures.B > Evidence.Told(evidence, figures).Sum(report => report.B);
        var below = figures.A - figures.B - (itself ? 0 : 1);
        var claimed = figures.B + (int)Math.Floor((below * rule.Inflates) + 0.5);
        if (!itself && evidence.Chance.Unit(figures.Body, root, Purpose.ClaimItself, 0) < rule.Inflates)
        {
            claimed++;
        }

        if (evidence.Chance.Unit(figures.Body, root, Purpose.Err, number) < rule.Errs)
        {
            var side = (2 * evidence.Chance.Unit(figures.Body, root, Purpose.ErrorSize, number)) - 1;
            var error = Math.Round(Math.Abs(side) * rule.ErrorSize * figures.A, MidpointRounding.AwayFromZero);
            claimed = Math.Clamp(claimed + (Math.Sign(side) * (int)error), 0, figures.A);
        }

        return claimed;
    }
}
