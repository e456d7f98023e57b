using System.Globalization;
using System.Text;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Traces;

/// <summary>
/// A journal as lines that people can read and compare: moment, body and sequence, what happened, and in
/// brackets what it followed from.
/// </summary>
public sealed partial class JournalText
{
    private const int FlashMark = 256;

    private readonly CompiledModel model;
    private readonly Dictionary<uint, CompiledDirective> roots;
    private readonly Dictionary<int, CompiledDirective> others = []; // by the upper part of the hash, which entries have room for
    private readonly Dictionary<uint, CompiledEvent> events;

    /// <summary>A writer for the journals of a model.</summary>
    public JournalText(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        roots = model.Directives.ToDictionary(directive => directive.ShortHash);
        foreach (var directive in model.Directives)
        {
            others.TryAdd((int)(directive.ShortHash >> 8), directive);
        }

        events = model.Events.ToDictionary(each => each.ShortHash);
    }

    /// <summary>The whole journal, a line an entry, each ended by a line feed.</summary>
    public string Write(ReadOnlySpan<Entry> entries)
    {
        var text = new StringBuilder();
        foreach (ref readonly var entry in entries)
        {
            text.Append(Line(entry)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One entry, such as <c>2021-05-03 10:59 province#6 issued telegram no. 2479 to 1 (#5)</c>.</summary>
    public string Line(in Entry entry)
    {
        var cause = entry.CauseSequence == 0 ? ""
            : entry.CauseBody == entry.Body ? Invariant($" (#{entry.CauseSequence})")
            : Invariant($" ({IdOf(entry.CauseBody)}#{entry.CauseSequence})");
        var route = entry.Route == 0 ? ""
            : entry.Route > 127 && model.IsRestructured ? Invariant($" in file {byte.MaxValue - entry.Route + 1} taken over")
            : Invariant($" by route {entry.Route + 1}");
        return Invariant($"{Moment(entry.Tick)} {IdOf(entry.Body)}#{entry.Sequence} {What(entry)}{route}{cause}");
    }

    private string What(in Entry entry)
    {
        if (entry.Kind == EntryKind.Absent)
        {
            return Invariant($"{(Post)entry.Item} {entry.Server} is back, away since {Moment(entry.Started)}");
        }

        var root = roots.TryGetValue(entry.Root, out var directive) ? directive.Source.Id
            : events.TryGetValue(entry.Root, out var befell) ? befell.Source.Id
            : RegimeReader.PlaceOf(model, entry.Root) is >= 0 and var place ? model.Interventions[place].Source.Id
            : entry.Root.ToString("x8", CultureInfo.InvariantCulture);
        return entry.Kind switch
        {
            EntryKind.Issued => Invariant($"issued {root} no. {entry.A} to {entry.B}"),
            EntryKind.Arrived => Arrival(entry, root),
            EntryKind.StepEnded => Step(entry, root),
            EntryKind.Lost => Loss(entry, root),
            EntryKind.Stalled => $"laid aside {Matter(entry, root)}",
            EntryKind.Ignored => $"will not do {Matter(entry, root)}",
            EntryKind.Resumed => $"resumed {Matter(entry, root)}",
            EntryKind.Closed => Invariant($"closed {root}{How(entry.Item)}, knows {entry.B} of {entry.A} complied")
                + (entry.What == 1 ? ", reported" : ""),
            EntryKind.CutOffPassed => Invariant($"cut-off of {root} passed, {entry.A} reports missing"),
            EntryKind.FollowedUp => Invariant(
                $"{(entry.What == 1 ? "went to inspect" : "followed up")} {root}, {entry.A} had not reported"),
            EntryKind.Kept => $"keeps {root}{Item(entry, entry.Item)}, for nobody else is addressed",
            EntryKind.DiligenceLifted => Invariant(
                $"diligence from {entry.A / 10_000.0:0.00}% to {entry.B / 10_000.0:0.00}% by {(DiligenceCause)entry.What}"),
            EntryKind.Inspected => Invariant(
                $"inspected about {root}: {entry.A} laid aside, {entry.B} ignored"),
            EntryKind.Sanctioned => Invariant($"{Sanction(entry.What)} about {root} for {entry.A} ignored"),
            EntryKind.Escalated => Invariant(
                $"{(entry.What == 1 ? "passes on" : "turns to the level above about")} {Silent(entry)}, silent on {root}"),
            EntryKind.EventOccurred => $"struck by {root}: {(EventKind)entry.What}",
            EntryKind.Intervened => Invariant($"begins {root}")
                + (entry.What == 0 ? "" : Invariant($", for {entry.A} of {entry.B} at {Moment(entry.Started)}")),
            EntryKind.InterventionEnded => $"ends {root}",
            EntryKind.Asked or EntryKind.Decided or EntryKind.Answered or EntryKind.SilencePassed => Question(entry, root),
            EntryKind.HandedOver => $"hands over {root} to {Addressee(entry)}",
            EntryKind.SentOn => $"sends the {Paper(entry.What)} {root} on to {Addressee(entry)}",
            EntryKind.Filed => $"filed {root} against the first",
            EntryKind.ConflictFound => $"cannot do {root}{Item(entry, entry.Item)} beside {Other(entry)}"
                + $", which {((entry.B & 256) != 0 ? "is in hand" : "waits")}; "
                + (entry.What == (byte)ConflictChoice.Wait ? "asks for a ruling"
                    : $"obeys {((entry.B & 512) != 0 ? "that" : "the new one")}"),
            EntryKind.RulingAwaited => $"lays {root}{Item(entry, entry.Item)} aside until a ruling",
            EntryKind.RulingAsked => $"asks for a ruling on {root}{Item(entry, entry.Item)} and {Other(entry)}",
            EntryKind.Ruled or EntryKind.RulingTaken => $"{(entry.Kind == EntryKind.Ruled ? "rules" : "has it ruled")}: "
                + $"{((entry.B & 512) != 0 ? Other(entry) : root + Item(entry, entry.Item))} is to be obeyed, "
                + $"not {((entry.B & 512) != 0 ? root + Item(entry, entry.Item) : Other(entry))}",
            EntryKind.GaveWay => $"drops {root}{Item(entry, entry.Item)} for {Other(entry)}",
            EntryKind.TakenForNew => $"takes {root} for a new directive",
            EntryKind.Misreported => Misreport(entry, root),
            EntryKind.FiguresClosed => Figures(entry, root),
            EntryKind.FiguresLate => Invariant($"took in report {entry.Item} on {root} too late for its own"),
            EntryKind.AssignmentLost => $"left out {root}{Item(entry, entry.Item)}",
            EntryKind.AssignmentDistorted => $"made something else of {root}{Item(entry, entry.Item)}",
            EntryKind.AssignmentAdded => $"added {root}{Item(entry, entry.Item)}",
            EntryKind.AttachmentLost => $"sent {root} without its attachment to {Addressee(entry)}",
            EntryKind.Superseded or EntryKind.WorkStopped or EntryKind.RecallSent or EntryKind.RecallAnswered
                or EntryKind.Updated or EntryKind.Unresolved => InFlight(entry, root),
            EntryKind.DelayedByLoad => Delay(entry, root),
            EntryKind.Unseen or EntryKind.Noticed or EntryKind.Unsent or EntryKind.Unacknowledged => Unheard(entry, root),
            EntryKind.InputsAwaited => Invariant(
                $"waits with {root}{Item(entry, entry.Item)} for {entry.B} of {entry.A} coordinating bodies"),
            EntryKind.InputsEnded => Invariant(
                $"waits no longer with {root}{Item(entry, entry.Item)}, {entry.A - entry.B} of {entry.A} inputs are there"),
            EntryKind.Contribution => Contribution(entry, root),
            _ => entry.Kind.ToString(),
        };
    }

    /// <summary>The assignment of another directive that excludes one.</summary>
    private string Other(in Entry entry)
    {
        var item = entry.B & 255;
        return !others.TryGetValue(entry.A, out var other) ? Invariant($"{entry.A:x6}/{item}")
            : item < other.Source.Assignments.Count ? $"{other.Source.Id}/{other.Source.Assignments[item].Id}"
            : Invariant($"{other.Source.Id}/{item}");
    }

    /// <summary>Whom an escalation is about.</summary>
    private string Silent(in Entry entry)
    {
        var root = model.Directives.ToList().IndexOf(roots[entry.Root]);
        var superior = entry.B < 2 ? model.IndexOf(entry.Body) : model.ReportPlacesOf(root, model.IndexOf(entry.Body))[entry.B - 2];
        return model.Bodies[model.ReportPlacesOf(root, superior)[entry.A]].Id;
    }

    private static string Sanction(byte force) => force switch
    {
        1 => "reminded of its duty",
        2 => "reprimanded",
        3 => "disciplined",
        _ => "sanctioned",
    };

    private static string How(byte closed) => closed switch
    {
        1 => " by cut-off",
        2 => " as superseded",
        3 => " as recalled",
        _ => "",
    };

    private string InFlight(in Entry entry, string root) => entry.Kind switch
    {
        EntryKind.Superseded => Invariant($"holds {root} superseded, {entry.A} own assignments dropped, {entry.B} in hand"),
        EntryKind.WorkStopped => Invariant(
            $"stopped {entry.Step} of {root}{Item(entry, entry.Item)}, begun {Moment(entry.Started)}"),
        EntryKind.RecallSent => Invariant($"{(entry.What == 1 ? "handed on the recall of" : "recalled")} {root} to {entry.B}"),
        EntryKind.RecallAnswered => entry.What == Recall.Accepted
            ? Invariant($"gave {root} back, {entry.A} own assignments dropped, {entry.B} in hand")
            : $"refused to give {root} back, for it is registered",
        EntryKind.Updated => $"goes on with {root} as updated",
        _ => $"cannot tell what {root} refers to{(entry.What == 1 ? ", for it is mistyped" : "")}"
            + (entry.Item == 1 ? ", and asks" : ""),
    };

    private string Delay(in Entry entry, string root) => Invariant(
        $"begins {(Kernel.Office.Step)entry.What} of {root}{Item(entry, entry.Item)}, waited since {Moment(entry.Started)}, ")
        + Invariant($"{entry.B} minutes behind {entry.A} other {(entry.A == 1 ? "paper" : "papers")}");

    private string Contribution(in Entry entry, string root) => (ContributionState)entry.What switch
    {
        ContributionState.LaidAside => "laid aside",
        ContributionState.Ignored => "will not write",
        _ => "resumed",
    } + $" its contribution to {root}{Item(entry, entry.Item)}";

    private string Arrival(in Entry entry, string root)
    {
        var paper = (PaperClass)entry.What;
        var about = paper is PaperClass.PromptReport or PaperClass.Question or PaperClass.Answer or PaperClass.Input
            ? Item(entry, entry.Item)
            : paper == PaperClass.HandedFile ? $" of {Addressee(entry)}"
            : paper == PaperClass.SentOn ? $", {Paper(entry.Item)}"
            : paper == PaperClass.Report ? Invariant($", {entry.B} of {entry.A} complied")
            : paper == PaperClass.FlashReport ? $" on {Event(entry, entry.Item)}"
            : paper == PaperClass.PeriodicReport ? Invariant($" {entry.Item}, {entry.B} of {entry.A} complied")
            : paper.BringsDirective() && model.FollowsContent ? Content(entry)
            : "";
        return $"arrived: {Paper(entry.What)} {root}{about}, sent {Moment(entry.Started)}";
    }

    private static string Content(in Entry entry)
    {
        var wording = (Wording)entry.B switch
        {
            Wording.Concrete => ", worded concretely",
            Wording.Vague => ", worded vaguely",
            _ => "",
        };
        return Invariant($", at {entry.A / 10_000.0:0.####}% of its strength{wording}");
    }

    /// <summary>The body whose upper 48 bits of hash an entry holds.</summary>
    private string Addressee(in Entry entry)
    {
        var upper = ((ulong)entry.A << 24) | (uint)entry.B;
        for (var body = 0; body < model.Bodies.Count; body++)
        {
            if (model.FactsOf(body).Hash >> 16 == upper)
            {
                return model.Bodies[body].Id;
            }
        }

        return upper.ToString("x12", CultureInfo.InvariantCulture);
    }

    private string Step(in Entry entry, string root)
    {
        var server = entry.Server == 255 ? ""
            : model.PostOf(model.IndexOf(entry.Body), entry.Step) is { Desk: not null } post && entry.Server >= post.Heads
                ? Invariant($" by deputy {entry.Server - post.Heads}")
                : Invariant($" by {entry.Server}");
        var number = entry.A == 0 || entry.Step == Kernel.Office.Step.Inspect ? "" : Invariant($" no. {entry.A}");
        var outcome = entry.Step != Kernel.Office.Step.CarryOut ? About(entry) : (Outcome)entry.B switch
        {
            Outcome.Complied => ", in full",
            Outcome.Partly => ", in part",
            Outcome.Otherwise => ", as something else",
            _ => "",
        };
        var sent = entry.What == 0 ? "" : $", sent the {Paper(entry.What)}";
        return $"ended {entry.Step} of {root}{Item(entry, entry.Item)}{number}, begun {Moment(entry.Started)}{server}{outcome}{sent}";
    }

    /// <summary>Which periodic report, or which event of a flash report, a step was about.</summary>
    private string About(in Entry entry) =>
        entry.B == 0 ? ""
        : entry.B > FlashMark ? $" on {Event(entry, entry.B - FlashMark)}"
        : Invariant($", report {entry.B}");

    private static string Figures(in Entry entry, string root)
    {
        var sent = entry.What == 1 ? ", reported" : "";
        return Invariant($"closed the figures of report {entry.Item} on {root}, knows {entry.B} of {entry.A} complied{sent}");
    }

    private string Event(in Entry entry, int number) =>
        model.Events[roots[entry.Root].Flash!.EventOf(number)].Source.Id;

    private string Loss(in Entry entry, string root)
    {
        var item = entry.What == (byte)PaperClass.PeriodicReport ? Invariant($" {entry.Item}")
            : entry.What == (byte)PaperClass.FlashReport ? $" on {Event(entry, entry.Item)}"
            : Item(entry, entry.Item);
        var attempts = entry.Server == byte.MaxValue ? "" : Invariant($", {entry.Server} attempts failed");
        return $"lost on its way: {Paper(entry.What)} {root}{item}{attempts}";
    }

    private static string Misreport(in Entry entry, string root)
    {
        var how = entry.What switch { 1 => "inflated", 2 => "misread", _ => "inflated and misread" };
        var which = entry.Item == 0 ? "" : Invariant($" in report {entry.Item}");
        return Invariant($"reports {entry.B} of {root} complied and knows {entry.A}, {how}{which}");
    }

    private string Item(in Entry entry, byte item) =>
        item == Entry.NoItem ? "" : $"/{roots[entry.Root].Source.Assignments[item].Id}";

    private string Matter(in Entry entry, string root) =>
        entry.Item == Entry.NoItem ? $"the relay of {root}" : $"{root}{Item(entry, entry.Item)}";

    private string Question(in Entry entry, string root)
    {
        var about = Invariant($"question {entry.A} about {root}{Item(entry, entry.Item)}");
        return entry.Kind switch
        {
            EntryKind.Asked => $"asked {about}{(entry.What == 1 ? ", passed up" : "")}",
            EntryKind.Decided => $"decided on {about}: {Of(entry.What)}",
            EntryKind.Answered => $"has the answer to {about}: {Of(entry.What)}{(entry.B == 1 ? ", too late" : "")}",
            _ => $"had no answer to {about}: {Of(entry.What)}",
        };
    }

    private static string Of(byte decision) => (Decision)decision switch
    {
        Decision.Consent => "consent",
        Decision.Refusal => "refusal",
        Decision.Returned => "back for clarification",
        Decision.PassedUp => "passed up",
        _ => "nothing",
    };

    private static string Paper(byte what) => (PaperClass)what switch
    {
        PaperClass.Directive => "directive",
        PaperClass.Amendment => "amending directive",
        PaperClass.Recall => "recall",
        PaperClass.RecallAnswer => "answer to the recall",
        PaperClass.Answer => "decision",
        PaperClass.RulingQuestion => "question which order to obey",
        PaperClass.Ruling => "ruling",
        PaperClass.Question => "request for approval",
        PaperClass.Clarification => "question which paper is meant",
        PaperClass.ClarificationAnswer => "word which paper is meant",
        PaperClass.Report => "report",
        PaperClass.PromptReport => "prompt report",
        PaperClass.PeriodicReport => "periodic report",
        PaperClass.FlashReport => "flash report",
        PaperClass.Reminder => "reminder",
        PaperClass.Inspection => "inspection",
        PaperClass.Escalation => "escalation",
        PaperClass.Input => "input",
        PaperClass.InformationCopy => "copy for information",
        PaperClass.Acknowledgement => "acknowledgement",
        PaperClass.HandedFile => "file on",
        PaperClass.SentOn => "letter sent on about",
        _ => "paper",
    };

    private string Moment(int tick) =>
        model.Source.Axis.ToCivil(new Tick(tick)).ToString().Replace('T', ' ');

    private string IdOf(ulong hash) =>
        model.IndexOf(hash) is >= 0 and var body ? model.Bodies[body].Id
        : hash == Director.Hash ? Director.Id
        : hash.ToString("x16", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
