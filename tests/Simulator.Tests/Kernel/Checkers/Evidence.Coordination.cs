using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Who reports to whom, who contributes to what, and what is about a copy only.</summary>
internal sealed partial class Evidence
{
    /// <summary>Whether an entry is about a copy for information.</summary>
    public static bool IsAboutCopy(in Entry entry) =>
        entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.InformationCopy } or { Step: Step.RegisterCopy };

    /// <summary>To whom a body reports on the paper that an entry is about; <c>null</c> before any has come.</summary>
    public ulong? ReportsTo(in Entry entry) => PaperFrom(entry) is { } issuer
        ? Model.FactsOf(Model.ReportsTo(RootOf(entry), IndexOf(entry.Body), IndexOf(issuer))).Hash
        : null;

    /// <summary>Whose reports a body waits for.</summary>
    public IReadOnlyList<int> ReportersOf(in Entry entry) => Model.ReportersTo(RootOf(entry), IndexOf(entry.Body));

    /// <summary>In whose place a body collects reports; -1: in nobody's.</summary>
    public int CollectsFor(in Entry entry) => DirectiveOf(entry).Collecting?.CollectsFor(IndexOf(entry.Body)) ?? -1;

    /// <summary>Whom the step <see cref="Step.Inspect"/> was about.</summary>
    public int InspectedBy(in Entry entry) => Model.AddresseesOf(
        RootOf(entry), CollectsFor(entry) is >= 0 and var issuer ? issuer : IndexOf(entry.Body))[entry.A];

    /// <summary>The coordinating bodies whose inputs a lead is owed.</summary>
    public IReadOnlyList<int> CoordinatorsFor(in Entry entry, byte item) =>
        DirectiveOf(entry).Inputs is { } inputs && PaperFrom(entry) is { } issuer && !IsIssuer(entry)
            ? inputs.CoordinatorsOf(IndexOf(issuer), item).ToArray()
            : [];

    /// <summary>Whether an entry is by that of a registered input, or of its arrival where none is registered.</summary>
    public bool RegistersInput(in Entry entry) => Takes(entry.Body, Step.RegisterInput)
        ? entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterInput }
        : entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Input };

    private string FollowUpLevelOf(in Entry entry) => CollectsFor(entry) is >= 0 and var issuer
        ? KindOf(Model.FactsOf(issuer).Hash).Level
        : KindOf(entry.Body).Level;
}
