using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// Whether one model can take the place of another in the middle of a run: live state refers to bodies, steps,
/// assignments and addressees by their places, and what a body keeps beside its papers is laid out once.
/// </summary>
internal static class SameShape
{
    /// <summary>The end of a sentence that says what is not the same; <c>null</c>: it can.</summary>
    /// <param name="origin">The model whose place is taken.</param>
    /// <param name="other">The model that takes it.</param>
    /// <param name="isOtherOrganisation">Whether who is under whom, and so to whom papers go, may be another.</param>
    internal static string? Difference(CompiledModel origin, CompiledModel other, bool isOtherOrganisation)
    {
        if (isOtherOrganisation && NotInARun(origin) is { } reason)
        {
            return reason;
        }

        if (!origin.Bodies.Select(body => body.Id).SequenceEqual(other.Bodies.Select(body => body.Id)))
        {
            return "change which bodies there are, or who stands under whom.";
        }

        if (!origin.Roots.Select(root => root.Hash).SequenceEqual(other.Roots.Select(root => root.Hash)))
        {
            return "change which directives there are.";
        }

        for (var root = 0; root < origin.Roots.Length; root++)
        {
            if (OfDirective(origin.Roots[root], other.Roots[root], isOtherOrganisation) is { } difference)
            {
                return $"change {difference} of the directive '{origin.Roots[root].Source.Id}'.";
            }
        }

        return OfKinds(origin, other) ?? OfBodies(origin, other, isOtherOrganisation) ?? OfMechanisms(origin, other);
    }

    /// <summary>Mechanisms whose memory is of the organisation of the start.</summary>
    private static string? NotInARun(CompiledModel model) =>
        Array.Exists(model.Roots, root => root.Collecting is not null) ? Apart("somebody collects reports for another")
        : Array.Exists(model.Roots, root => root.Inputs is not null) ? Apart("leads wait for inputs")
        : Array.Exists(model.Roots, root => root.Periodic is not null || root.Flash is not null)
            ? Apart("there are periodic or flash reports")
        : Array.Exists(model.Roots, root => root.PromptReport != 0) ? Apart("there are prompt reports")
        : Array.Exists(model.Roots, root => root.NeedsApproval != 0) || model.FollowsQuestions
            ? Apart("there are questions or approvals")
        : Array.Exists(model.Roots, root => root.Flight is not null) ? Apart("papers are superseded, changed, recalled or doubled")
        : Array.Exists(model.Roots, root => root.FollowUp.Any(rule => rule?.Escalate is not null))
            || Array.Exists(model.KindTable, kind => kind.FollowUp?.Escalate is not null)
            ? Apart("superiors turn to the level above")
        : Array.Exists(model.Roots, root => root.Conflicts is not null)
            && Array.Exists(model.KindTable, kind => kind.OnConflict is { Obeys: ConflictChoice.Wait })
            ? Apart("somebody waits for a ruling on orders that exclude each other")
        : model.ComesUnseen || model.ComesAgain || model.Channels.Any(channel => channel.Unsent > 0)
            ? Apart("papers come unseen or twice, are not sent, or are acknowledged")
        : null;

    private static string Apart(string what) =>
        $"restructure in the middle of a run, which is not possible where {what}: do so as of the start, in a variant.";

    private static string? OfDirective(CompiledDirective origin, CompiledDirective other, bool isOtherOrganisation) =>
        !isOtherOrganisation && origin.Issuer != other.Issuer ? "the issuer"
        : !origin.AssignmentHash.SequenceEqual(other.AssignmentHash) ? "the assignments"
        : isOtherOrganisation ? null
        : !origin.Addressees.SequenceEqual(other.Addressees) || !origin.Reach.SequenceEqual(other.Reach) ? "the addressees"
        : (origin.Periodic is null) != (other.Periodic is null) ? "whether there are periodic reports"
        : !CompiledInputs.AreAlike(origin.Inputs, other.Inputs) ? "which leads wait for whose inputs"
        : !CompiledCollecting.AreAlike(origin.Collecting, other.Collecting) ? "who collects reports"
        : !SameCopies(origin, other) ? "who gets copies"
        : !CompiledConflicts.AreAlike(origin.Conflicts, other.Conflicts) ? "which assignments exclude each other"
        : !Equals(origin.Source.Relation?.Directive, other.Source.Relation?.Directive)
            || origin.Source.Relation?.Kind != other.Source.Relation?.Kind
            || (origin.Flight?.Recall is null) != (other.Flight?.Recall is null)
            || (origin.Flight is null) != (other.Flight is null) ? "what it is to other papers, or whether it is recalled,"
        : (origin.Flash is null) != (other.Flash is null) ? "whether there are flash reports"
        : null;

    private static bool SameCopies(CompiledDirective origin, CompiledDirective other) =>
        origin.Copies is { } before && other.Copies is { } after
            ? before.Count == after.Count
                && before.All(each => after.TryGetValue(each.Key, out var to) && to.SequenceEqual(each.Value))
            : origin.Copies is null && other.Copies is null;

    private static string? OfKinds(CompiledModel origin, CompiledModel other)
    {
        if (origin.KindTable.Length != other.KindTable.Length)
        {
            return "change which kinds there are.";
        }

        for (var place = 0; place < origin.KindTable.Length; place++)
        {
            var (before, after) = (origin.KindTable[place], other.KindTable[place]);
            if (before.Id != after.Id || !SameSteps(before, after))
            {
                return $"change which steps the kind '{before.Id}' takes, or whose they are.";
            }

            if ((before.Load is null) != (after.Load is null) || (before.Content is null) != (after.Content is null))
            {
                return $"give the kind '{before.Id}' a load or a rule for content, or take it away.";
            }
        }

        return null;
    }

    private static bool SameSteps(CompiledKind before, CompiledKind after)
    {
        for (var flow = 0; flow < before.Flows.Length; flow++)
        {
            if (!before.Flows[flow].Select(Shape).SequenceEqual(after.Flows[flow].Select(Shape)))
            {
                return false;
            }
        }

        return true;
    }

    private static (Step Step, int Post, bool SameServer) Shape(CompiledStep step) =>
        (step.Step, step.Post, step.SameServer);

    private static string? OfBodies(CompiledModel origin, CompiledModel other, bool isOtherOrganisation)
    {
        for (var body = 0; body < origin.Facts.Length; body++)
        {
            ref readonly var before = ref origin.Facts[body];
            ref readonly var after = ref other.Facts[body];
            var name = origin.Bodies[body].Id;
            if (before.Hash != after.Hash || before.Kind != after.Kind || before.Level != after.Level)
            {
                return $"change the kind of '{name}'.";
            }

            if (origin.ConductTable[before.Conduct].RecognisesSecondRoute < 1
                != other.ConductTable[after.Conduct].RecognisesSecondRoute < 1)
            {
                return $"change whether '{name}' recognises every second route.";
            }

            if (!isOtherOrganisation && !RelaysOf(origin, before).SequenceEqual(RelaysOf(other, after)))
            {
                return $"change whom '{name}' relays to.";
            }

            for (var post = 0; post < OfficePosts.Count; post++)
            {
                if (OfDesk(origin.Posts[before.Office][post], other.Posts[after.Office][post]) is { } difference)
                {
                    return $"{difference} of '{name}'.";
                }
            }

            if ((origin.ConductTable[before.Conduct].Diligence is null) != (other.ConductTable[after.Conduct].Diligence is null))
            {
                return $"give '{name}' a diligence, or take it away.";
            }
        }

        return null;
    }

    private static ReadOnlySpan<int> RelaysOf(CompiledModel model, in BodyFacts facts) =>
        model.RelayTargets.AsSpan(facts.FirstRelay, facts.Relays);

    private static string? OfDesk(CompiledPost before, CompiledPost after) =>
        before.Desk is null && after.Desk is null ? null
        : before.Desk is null || after.Desk is null || before.Desk.Papers != after.Desk.Papers
            || (before.Desk.Roster is null) != (after.Desk.Roster is null)
            ? "change whether people are away at times, or how many papers they have in hand, in a post"
        : before.Heads != after.Heads ? "change the heads of a post that has a roster or several papers in hand,"
        : null;

    private static string? OfMechanisms(CompiledModel origin, CompiledModel other) =>
        origin.FollowsContent != other.FollowsContent ? "change whether the content of papers is followed."
        : origin.FollowsQuestions != other.FollowsQuestions ? "change whether anything is said of questions and of silence."
        : origin.WaitsForRulings != other.WaitsForRulings ? "change whether anybody waits for rulings."
        : origin.ComesUnseen != other.ComesUnseen ? "change whether papers come unseen by any channel."
        : origin.Acknowledges != other.Acknowledges ? "change whether papers are acknowledged by any channel."
        : origin.ComesAgain != other.ComesAgain ? "change whether papers come twice by any channel."
        : origin.SanctionsRise != other.SanctionsRise ? "change whether sanctions rise anywhere."
        : !origin.EventTable.Select(each => each.Hash).SequenceEqual(other.EventTable.Select(each => each.Hash))
            ? "change which events there are."
        : null;
}
