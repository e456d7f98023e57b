using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// A root directive in arrays: who is told what, and when it is followed up. Its place in
/// <see cref="CompiledModel.Directives"/> is that of its id in order.
/// </summary>
public sealed class CompiledDirective
{
    /// <summary>As declared.</summary>
    public required Directive Source { get; init; }

    /// <summary>Hash of its id: keys its draws.</summary>
    public required ulong Hash { get; init; }

    /// <summary>The short hash: stands in entries.</summary>
    public required uint ShortHash { get; init; }

    /// <summary>Index of the issuing body.</summary>
    public required int Issuer { get; init; }

    /// <summary>When it is issued.</summary>
    public required int Issued { get; init; }

    /// <summary>Whether it is issued: one that waits for an intervention may never be.</summary>
    public bool IsIssued => Issued != Tick.Never.Value;

    /// <summary>The assignments that it has from the beginning: a bit for each. Local ones come on the way.</summary>
    public required uint Content { get; init; }

    /// <summary>The bodies it is addressed to.</summary>
    internal int[] Addressees { get; init; } = null!;

    /// <summary>By assignment: hash of its id, the occurrence in its draws.</summary>
    internal uint[] AssignmentHash { get; init; } = null!;

    /// <summary>By assignment: working minutes of the staff.</summary>
    internal Distribution[] Takes { get; init; } = null!;

    /// <summary>By assignment: due tick, or <see cref="int.MaxValue"/>.</summary>
    internal int[] Due { get; init; } = null!;

    /// <summary>Assignments that need approval by the issuer of the paper: a bit for each.</summary>
    public uint NeedsApproval { get; internal init; }

    /// <summary>By assignment: what no answer to a request for approval means; <c>null</c>: nothing is said.</summary>
    internal SilenceRule?[]? Silence { get; init; }

    /// <summary>Assignments whose end is reported at once.</summary>
    internal uint PromptReport { get; init; }

    /// <summary>Assignments that are worded as an order; those that are neither are one or the other by line.</summary>
    internal uint Ordered { get; init; }

    /// <summary>Assignments that are worded as a request.</summary>
    internal uint Requested { get; init; }

    /// <summary>By audience: the assignments that are its own to carry out.</summary>
    internal uint[] OwnByAudience { get; init; } = null!;

    /// <summary>By audience: the assignments that it coordinates.</summary>
    internal uint[] WithByAudience { get; init; } = null!;

    /// <summary>
    /// By body: the assignments that are for it or for anybody its relays reach. <c>null</c>: every body
    /// gets them all.
    /// </summary>
    internal uint[]? For { get; init; }

    /// <summary>Assignments that name nobody whom the directive reaches: they stay with the issuer.</summary>
    internal uint Unled { get; init; }

    /// <summary>How its assignments are worded and who may add some; <c>null</c>: content is not followed.</summary>
    public DirectiveContent? Wording { get; internal init; }

    /// <summary>By level: elapsed minutes from issue to cut-off, or -1.</summary>
    internal int[] CutOffAfter { get; init; } = null!;

    /// <summary>By level: the fixed cut-off tick, or -1.</summary>
    internal int[] CutOffAt { get; init; } = null!;

    /// <summary>Its periodic reports; <c>null</c>: it asks for none.</summary>
    public CompiledPeriodic? Periodic { get; internal set; }

    /// <summary>The events to be reported at once; <c>null</c>: none.</summary>
    public CompiledFlash? Flash { get; internal set; }

    /// <summary>Whose inputs leads wait for; <c>null</c>: no lead waits for any.</summary>
    public CompiledInputs? Inputs { get; internal init; }

    /// <summary>Who collects reports in whose place; <c>null</c>: nobody.</summary>
    public CompiledCollecting? Collecting { get; internal init; }

    /// <summary>By body that issues or relays: who gets a copy for information; <c>null</c>: nobody.</summary>
    internal IReadOnlyDictionary<int, int[]>? Copies { get; init; }

    /// <summary>How it and other directives touch each other on their way; <c>null</c>: they do not.</summary>
    public CompiledFlight? Flight { get; internal set; }

    /// <summary>Which of its assignments exclude those of other directives; <c>null</c>: none does.</summary>
    public CompiledConflicts? Conflicts { get; internal set; }

    /// <summary>By level: the follow-up rule in place of the kind's, or <c>null</c>.</summary>
    internal FollowUpRule?[] FollowUp { get; init; } = null!;

    /// <summary>Relays of this directive that differ from the kinds': body index to addressees.</summary>
    internal IReadOnlyDictionary<int, int[]>? Relays { get; init; }

    /// <summary>Pinned issues: body index to tick.</summary>
    internal IReadOnlyDictionary<int, int>? Pinned { get; init; }

    /// <summary>
    /// Whether a second paper of it can be taken for a new one. Never where other papers refer to it or it to them,
    /// where content is followed, and where periodic figures, inputs or the reports of others are kept by body: all
    /// these have the office look for the file that there is.
    /// </summary>
    internal bool MayBeMistaken { get; init; }

    /// <summary>The bodies that it or a paper implementing it must reach, in index order, issuer excluded.</summary>
    public required IReadOnlyList<int> Reach { get; init; }

    /// <summary>Whom a body sends it to where the directive says so; <c>null</c>: as its kind relays.</summary>
    internal int[]? AddresseesOf(int body) =>
        body == Issuer ? Addressees : Relays is not null && Relays.TryGetValue(body, out var own) ? own : null;

    /// <summary>The assignments whose due date lies before a moment: a bit for each.</summary>
    /// <param name="tick">The moment; an assignment is not overdue at the very moment when it is due.</param>
    public uint OverdueAt(int tick)
    {
        var overdue = 0U;
        for (var item = 0; item < Due.Length; item++)
        {
            overdue |= Due[item] < tick ? 1U << item : 0;
        }

        return overdue;
    }

    /// <summary>The assignments that a body has to carry out itself, if all of the content reaches it.</summary>
    public uint OwnOf(in BodyFacts body) => OwnByAudience[body.Audience];
}
