using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>A journal with what it is audited against: the model as declared, the key of its draws, its end.</summary>
internal sealed partial class Evidence
{
    private readonly Dictionary<(ulong Body, uint Sequence), Entry> _byKey = [];
    private readonly Dictionary<string, BodyKind> _kinds;
    private readonly Dictionary<uint, int> _roots = [];
    private readonly Dictionary<uint, CompiledEvent> _events;
    private readonly Dictionary<(int Root, int Body), HashSet<int>> _addressees = [];

    public Evidence(Played played)
        : this(played.Model, played.Chance, played.Until, played.Entries)
    {
    }

    public Evidence(CompiledModel model, in ChanceKey chance, int until, IReadOnlyList<Entry> entries)
    {
        Model = model;
        Chance = chance;
        Until = until;
        Entries = entries;
        _kinds = model.Source.Kinds.ToDictionary(kind => kind.Id);
        for (var root = 0; root < model.Directives.Count; root++)
        {
            _roots[model.Directives[root].ShortHash] = root;
        }

        foreach (var entry in entries)
        {
            _byKey.TryAdd((entry.Body, entry.Sequence), entry);
        }

        _events = model.Events.ToDictionary(each => each.ShortHash);
        Dossiers = entries.Where(entry => RootOf(entry) >= 0 && entry.Kind != EntryKind.DelayedByLoad && !IsAboutCopy(entry))
            .ToLookup(entry => (entry.Body, entry.Root));
    }

    public CompiledModel Model { get; }

    public ChanceKey Chance { get; }

    public int Until { get; }

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>
    /// The entries of one body about one directive, in order: what it did. Why it was late stands elsewhere, and so
    /// does what it did with copies, which are no papers that it has to do something about.
    /// </summary>
    public ILookup<(ulong Body, uint Root), Entry> Dossiers { get; }

    public IEnumerable<Entry> Of(EntryKind kind) => Entries.Where(entry => entry.Kind == kind);

    public IEnumerable<Entry> DossierOf(in Entry entry) => Dossiers[(entry.Body, entry.Root)];

    public Entry? CauseOf(in Entry entry) =>
        _byKey.TryGetValue((entry.CauseBody, entry.CauseSequence), out var cause) ? cause : null;

    /// <summary>The end of the step whose beginning other papers have delayed; <c>null</c>: it has not ended.</summary>
    public Entry? EndOf(Entry delayed)
    {
        // One moment of inspecting enables many such steps.
        var isOneOfMany = delayed.What == (byte)Step.Inspect;
        var about = delayed.What == (byte)Step.RegisterCopy
            ? Entries.Where(other => other.Body == delayed.Body && other.Step == Step.RegisterCopy)
            : DossierOf(delayed);
        var ended = about.FirstOrDefault(other => other.Kind is EntryKind.StepEnded or EntryKind.WorkStopped
            && other.Step == (Step)delayed.What && other.Item == delayed.Item
            && other.CauseSequence == delayed.CauseSequence
            && (!isOneOfMany || (other.Started, other.Server) == (delayed.Tick, delayed.Server)));
        return ended.Kind == EntryKind.None ? null : ended;
    }

    /// <summary>Whether the person of the step before has gone straight on with a step.</summary>
    public bool GoesOn(in Entry entry) =>
        RuleOf(entry.Body, entry.Step)!.SameServer && CauseOf(entry) is { } cause
        && cause.Tick == entry.Started && cause.Server == entry.Server;

    /// <summary>The arrival from which the steps on an incoming letter stem.</summary>
    public Entry? ArrivalOf(Entry entry)
    {
        while (entry.Kind is EntryKind.StepEnded or EntryKind.RecallAnswered or EntryKind.Unresolved
            && CauseOf(entry) is { } cause && cause.Body == entry.Body)
        {
            entry = cause;
        }

        return entry.Kind == EntryKind.Arrived ? entry : null;
    }

    public int IndexOf(ulong body) => Model.IndexOf(body);

    public int RootOf(in Entry entry) => _roots.TryGetValue(entry.Root, out var root) ? root : -1;

    /// <summary>The event that an entry is about; <c>null</c>: none.</summary>
    public CompiledEvent? EventOf(in Entry entry) => _events.GetValueOrDefault(entry.Root);

    public CompiledDirective DirectiveOf(in Entry entry) => Model.Directives[RootOf(entry)];

    public BodyKind KindOf(ulong body) => _kinds[Model.Bodies[IndexOf(body)].Kind];

    public Resource ResourceOf(ulong body, Post post) => post switch
    {
        Post.Clerk => KindOf(body).Clerk,
        Post.Leadership => KindOf(body).Leadership,
        _ => KindOf(body).Staff,
    };

    public CompiledPost PostOf(ulong body, Post post) =>
        Model.Offices[Model.FactsOf(IndexOf(body)).Office].All[(int)post];

    public StepRule? RuleOf(ulong body, Step step) =>
        step is not (Step.SignByOrder or Step.SignByAuthorisation)
            ? KindOf(body).Steps.FirstOrDefault(rule => rule.Step == step)
            : KindOf(body).Signing is { } signing && RuleOf(body, Step.Sign) is { } sign
                ? sign with { Step = step, By = signing.By }
                : null;

    public bool Takes(ulong body, params ReadOnlySpan<Step> steps)
    {
        foreach (var step in steps)
        {
            if (RuleOf(body, step) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsIssuer(in Entry entry) => DirectiveOf(entry).Issuer == IndexOf(entry.Body);

    public HashSet<int> AddresseesOf(in Entry entry)
    {
        var key = (RootOf(entry), IndexOf(entry.Body));
        if (!_addressees.TryGetValue(key, out var addressees))
        {
            _addressees[key] = addressees = [.. Model.AddresseesOf(key.Item1, key.Item2)];
        }

        return addressees;
    }

    /// <summary>Hash of the body whose paper a dossier is about; <c>null</c> before any has come.</summary>
    public ulong? PaperFrom(in Entry entry)
    {
        foreach (var other in DossierOf(entry))
        {
            if (other is { BringsDirective: true, Route: 0 })
            {
                return other.CauseBody;
            }
        }

        return null;
    }

    /// <summary>The occurrence by which the draws about an entry are keyed.</summary>
    public uint OccurrenceOf(in Entry entry, byte item) =>
        FlashOf(entry) > 0 ? FlashHash(entry)
        : EscalationKey(entry) is { } escalation ? entry.Route | (escalation << 8)
        : item == Entry.NoItem
            ? entry.Route | (uint)((RemindersBefore(entry) | OrderOf(entry)) << 8) | (KeyOf(entry) << 8)
        : unchecked(Hash64.Upper(DirectiveOf(entry).Source.Assignments[item].Id) + (KeyOf(entry) * 0x9E3779B9));

    /// <summary>How many reminders about the same paper came before the one that an entry is about.</summary>
    public int RemindersBefore(in Entry entry) => entry switch
    {
        { Kind: EntryKind.FollowedUp, What: 0 } => entry.B,
        { Step: Step.RegisterEscalation } or { Kind: EntryKind.Arrived, What: (byte)PaperClass.Escalation } => 256,
        { Kind: EntryKind.Arrived, What: (byte)PaperClass.Reminder } => entry.A,
        { Kind: EntryKind.StepEnded, Step: Step.Remind or Step.RegisterReminder }
            or { Kind: EntryKind.Lost, What: (byte)PaperClass.Reminder } when CauseOf(entry) is { } cause =>
            RemindersBefore(cause),
        _ => 0,
    };

    /// <summary>Whether an entry ends the handling of a directive.</summary>
    public bool EndsHandling(in Entry entry) =>
        entry.Route == 0
        && Model.Kinds[Model.FactsOf(IndexOf(entry.Body)).Kind].HandlingEnds is var last
        && (last == Step.None
            ? entry is { BringsDirective: true } or { Kind: EntryKind.Arrived, What: (byte)PaperClass.ClarificationAnswer }
            : entry.Kind == EntryKind.StepEnded && (entry.Step == last || (entry.Step == Step.Register && IsCorrection(entry))));

    /// <summary>Whether a directive corrects another, so that it is only registered and handed on.</summary>
    public bool IsCorrection(in Entry entry) => DirectiveOf(entry).Source.Relation is { Kind: RelationKind.Corrects };

    /// <summary>Whether a paper has no force at its body from an entry on.</summary>
    public static bool EndsForce(in Entry entry) =>
        entry is { Kind: EntryKind.Superseded } or { Kind: EntryKind.RecallAnswered, What: Recall.Accepted };

    /// <summary>Whether nobody reports on a directive.</summary>
    public bool IsQuiet(in Entry entry) =>
        DirectiveOf(entry).Source.Relation is { Kind: RelationKind.Corrects or RelationKind.Updates };

    /// <summary>How a superior follows up a directive at the tick of an entry, as declared; <c>null</c>: not at all.</summary>
    public FollowUpRule? FollowUpOf(in Entry entry) => FollowUpOf(entry, entry.Tick);

    /// <summary>The same at another tick.</summary>
    public FollowUpRule? FollowUpOf(in Entry entry, int tick)
    {
        var (model, kind) = (ModelAt(tick), KindOf(entry.Body).Id);
        return model.Directives[RootOf(entry)].Source.FollowUp.GetValueOrDefault(FollowUpLevelOf(entry))
            ?? model.Source.Kinds.First(each => each.Id == kind).FollowUp;
    }

    /// <summary>How a body behaves at a tick, as declared.</summary>
    public ConductRule ConductOf(ulong body, int tick)
    {
        var model = ModelAt(tick);
        var declared = model.Bodies[IndexOf(body)];
        return declared.Conduct ?? model.Source.Kinds.First(kind => kind.Id == declared.Kind).Conduct;
    }

    /// <summary>How diligent it is, as declared.</summary>
    public DiligenceRule? DiligenceOf(ulong body) => Model.Bodies[IndexOf(body)].Diligence ?? KindOf(body).Diligence;

    public string InWords(in Entry entry) => Journals.InWords(Model, entry);
}
