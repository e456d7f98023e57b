using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// Works out a <see cref="ModelHash"/>. What bodies share (kinds, offices, channels, …) is hashed by what it
/// is and enters with each body that has it: places in tables depend on the order of declarations, and what
/// nobody has is without effect. Whatever the office reads of a compiled model must be added here.
/// </summary>
internal static partial class ModelHasher
{
    internal static ModelHash Of(CompiledModel model)
    {
        var hash = default(Hash128);
        hash.Add(model.Until);
        hash.Add(model.YearStarts);
        hash.Add(model.TermStarts);
        AddBodies(ref hash, model);
        hash.Add(model.Roots.Length);
        foreach (var root in model.Roots)
        {
            AddDirective(ref hash, root);
        }

        foreach (var each in model.EventTable)
        {
            AddEvent(ref hash, each);
        }

        InterventionHasher.AddAll(ref hash, model);
        AddReliefs(ref hash, model);
        return new ModelHash(hash.Value);
    }

    /// <summary>
    /// The bodies in index order: papers carry indices, and addressees are written to in that order. The
    /// superior decides, beside it, where the hierarchy is cut.
    /// </summary>
    private static void AddBodies(ref Hash128 hash, CompiledModel model)
    {
        var calendars = new Dictionary<WorkingCalendar, UInt128>(ReferenceEqualityComparer.Instance);
        UInt128[] kinds = [.. model.KindTable.Select(OfKind)];
        UInt128[] offices = [.. model.Posts.Select(posts => OfOffice(posts, calendars))];
        UInt128[] channels = [.. model.ChannelTable.Select((channel, place) => OfChannel(channel, model.CarriageOf(place)))];
        UInt128[] conducts = [.. model.ConductTable.Select(OfConduct)];
        UInt128[] levels = [.. model.Source.Levels.Select((_, level) => OfLevel(model.Roots, level))];
        var audienceCount = model.Facts.Length == 0 ? 0 : model.Facts.Max(facts => facts.Audience) + 1;
        UInt128[] audiences =
            [.. Enumerable.Range(0, audienceCount).Select(audience => OfAudience(model.Roots, audience))];
        hash.Add(model.Facts.Length);
        for (var index = 0; index < model.Facts.Length; index++)
        {
            ref readonly var facts = ref model.Facts[index];
            hash.Add(facts.Hash);
            hash.Add(facts.Rank, model.Superior[index]);
            hash.Add(kinds[facts.Kind]);
            hash.Add(offices[facts.Office]);
            hash.Add(channels[facts.Channel]);
            hash.Add(conducts[facts.Conduct]);
            hash.Add(levels[facts.Level]);
            hash.Add(audiences[facts.Audience]);
            hash.Add(model.LastNumbers[index]);
            hash.Add(model.Commanders?[index] ?? []);
            hash.Add(model.RelayTargets.AsSpan(facts.FirstRelay, facts.Relays));
        }
    }

    private static void AddDirective(ref Hash128 hash, CompiledDirective root)
    {
        hash.Add(root.Hash);
        hash.Add(root.Issuer, root.Issued);
        hash.Add((int)root.Source.Urgency);
        hash.Add(root.Content);
        hash.Add(root.NeedsApproval);
        Add(ref hash, root.Silence);
        hash.Add(root.PromptReport);
        hash.Add(root.Ordered);
        hash.Add(root.Requested);
        hash.Add(root.Unled);
        hash.Add(root.Addressees);
        for (var item = 0; item < root.Takes.Length; item++)
        {
            hash.Add(root.AssignmentHash[item]);
            hash.Add(root.Due[item]);
            root.Takes[item].AddTo(ref hash);
        }

        hash.Add(root.Wording is not null);
        root.Wording?.AddTo(ref hash);

        hash.Add(root.For is not null);
        foreach (var mask in root.For ?? [])
        {
            hash.Add(mask);
        }

        hash.Add(root.Flash is not null);
        if (root.Flash is { } flash)
        {
            hash.Add((int)flash.Urgency, flash.Count);
            foreach (var each in flash.EventHash)
            {
                hash.Add(each);
            }
        }

        root.Flight?.AddTo(ref hash);

        hash.Add(root.Periodic is not null);
        hash.Add(root.Periodic?.Days ?? []);
        AddCoordination(ref hash, root);

        var relays = root.Relays ?? new Dictionary<int, int[]>();
        hash.Add(relays.Count);
        foreach (var (body, addressees) in relays.OrderBy(relay => relay.Key))
        {
            hash.Add(body);
            hash.Add(addressees);
        }

        var pinned = root.Pinned ?? new Dictionary<int, int>();
        hash.Add(pinned.Count);
        foreach (var (body, tick) in pinned.OrderBy(paper => paper.Key))
        {
            hash.Add(body, tick);
        }
    }

    private static void AddEvent(ref Hash128 hash, CompiledEvent each)
    {
        hash.Add(each.Hash);
        hash.Add(each.At, (int)each.Source.Is);
        hash.Add([.. each.Bodies]);
    }

    private static UInt128 OfKind(CompiledKind kind)
    {
        var hash = default(Hash128);
        hash.Add(Hash64.Of(kind.Line));
        hash.Add(kind.ByTerm);
        hash.Add((int)kind.Relay);
        Add(ref hash, kind.FollowUp);
        Add(ref hash, kind.Reporting);
        hash.Add(kind.Content is not null);
        kind.Content?.AddTo(ref hash);
        Add(ref hash, kind.Load);
        Add(ref hash, kind.Questions);
        Add(ref hash, kind.Signing, kind.OnConflict, kind.RulesFor);
        foreach (var flow in kind.Flows)
        {
            hash.Add(flow.Length);
            foreach (var step in flow)
            {
                hash.Add((int)step.Step, step.Post);
                hash.Add((int)step.Purpose);
                hash.Add(step.SameServer);
                hash.Add(step.PerAddressee);
                Add(ref hash, step.Batch);
                hash.Add(step.Takes.Length);
                foreach (var law in step.Takes)
                {
                    law.AddTo(ref hash);
                }
            }
        }

        return hash.Value;
    }

    private static UInt128 OfOffice(CompiledPost[] posts, Dictionary<WorkingCalendar, UInt128> calendars)
    {
        var hash = default(Hash128);
        foreach (var post in posts)
        {
            hash.Add(post.Heads, (int)post.Attention);
            hash.Add(post.Choice?.Length ?? 0);
            hash.Add(post.Choice?.Follows ?? 1);
            hash.Add(OfCalendar(post.Hours, calendars));
            hash.Add(post.Piercing is null ? -1 : (int)post.PiercesFrom);
            if (post.Piercing is { } piercing)
            {
                hash.Add(OfCalendar(piercing, calendars));
            }

            Add(ref hash, post.Desk);
        }

        return hash.Value;
    }

    private static UInt128 OfCalendar(WorkingCalendar calendar, Dictionary<WorkingCalendar, UInt128> known)
    {
        if (!known.TryGetValue(calendar, out var found))
        {
            var hash = default(Hash128);
            foreach (var opening in calendar.Openings)
            {
                hash.Add(opening.From, opening.To);
            }

            known[calendar] = found = hash.Value;
        }

        return found;
    }

    private static UInt128 OfChannel(Channel channel, CompiledCarriage? carriage)
    {
        var hash = default(Hash128);
        foreach (var law in (Distribution[])
            [channel.Delay, channel.ReportDelay ?? channel.Delay, channel.ReminderDelay ?? channel.Delay])
        {
            law.AddTo(ref hash);
        }

        hash.Add(channel.Loss);
        AddOutage(ref hash, channel.Outage);
        carriage?.AddTo(ref hash);
        return hash.Value;
    }

    private static UInt128 OfConduct(CompiledConduct conduct)
    {
        var hash = default(Hash128);
        foreach (var (line, order, request) in conduct.Cells)
        {
            hash.Add(line is null ? 0 : Hash64.Of(line));
            Add(ref hash, order);
            Add(ref hash, request);
        }

        hash.Add(conduct.Heeds);
        hash.Add(conduct.HeedsFromAbove);
        AddRecognition(ref hash, conduct);
        hash.Add(conduct.Relay?.Stall ?? 0);
        hash.Add(conduct.Relay?.Ignore ?? 0);
        hash.Add(conduct.Diligence is not null);
        if (conduct.Diligence is { } diligence)
        {
            hash.Add(diligence.Start, diligence.Floor);
            hash.Add(diligence.HalfLife);
            hash.Add([.. diligence.Lifts]);
        }

        return hash.Value;
    }

    private static void Add(ref Hash128 hash, ConductShares shares)
    {
        hash.Add(shares.Stall);
        hash.Add(shares.Ignore);
        hash.Add(shares.Partly);
    }

    /// <summary>What being of a level means: when reports are cut off and followed up.</summary>
    private static UInt128 OfLevel(CompiledDirective[] roots, int level)
    {
        var hash = default(Hash128);
        foreach (var root in roots)
        {
            hash.Add(root.CutOffAfter[level], root.CutOffAt[level]);
            Add(ref hash, root.FollowUp[level]);
            hash.Add(root.Periodic?.FiguresAt[level] ?? -1, root.Periodic?.DueAt[level] ?? -1);
        }

        return hash.Value;
    }

    private static UInt128 OfAudience(CompiledDirective[] roots, int audience)
    {
        var hash = default(Hash128);
        foreach (var root in roots)
        {
            hash.Add(root.OwnByAudience[audience]);
            hash.Add(root.Wording?.AddedBy(audience) ?? 0);
        }

        return hash.Value;
    }

    /// <summary>Adds nothing for a step without hours.</summary>
    private static void Add(ref Hash128 hash, CompiledBatch? batch)
    {
        if (batch is not null)
        {
            hash.Add((int)WakeKind.BatchRelease, batch.AtOnceFrom);
            hash.Add([.. batch.At]);
        }
    }

    private static void Add(ref Hash128 hash, CompiledLoad? load)
    {
        hash.Add(load is not null);
        hash.Add(load?.Urgent ?? 0);
        hash.Add(load?.Backlog ?? 0);
        foreach (var gap in load?.Gaps ?? [])
        {
            hash.Add(gap is not null);
            gap?.AddTo(ref hash);
        }
    }

    /// <summary>Adds nothing for a post without a desk.</summary>
    private static void Add(ref Hash128 hash, CompiledDesk? desk)
    {
        if (desk is { Papers: > 1 })
        {
            hash.Add((int)WakeKind.StepEnd, desk.Papers);
        }

        if (desk?.Roster is { } roster)
        {
            hash.Add((int)WakeKind.AbsenceEdge, roster.Away.Length);
            foreach (var spell in roster.Away)
            {
                hash.Add(spell.Who);
                hash.Add(spell.From.Value, spell.To.Value);
            }

            hash.Add(roster.Deputies, roster.DeputiesAfter);
            roster.AtWork?.AddTo(ref hash);
            roster.Lasts?.AddTo(ref hash);
        }
    }

    private static void Add(ref Hash128 hash, FollowUpRule? rule)
    {
        hash.Add(rule is not null);
        hash.Add(rule?.GraceAfterDue?.Minutes ?? -1, rule?.AfterIssue?.Minutes ?? -1);
        hash.Add(rule?.Again?.Minutes ?? -1, rule?.AtMost ?? -1);
        hash.Add(rule?.InspectAfter?.Minutes ?? -1);
        hash.Add(rule is { InspectsAll: true });
        hash.Add(rule is { Sanctions: true });
        hash.Add(rule?.InspectsShare ?? -1);
        hash.Add(rule is { SanctionsRise: true });
        hash.Add(rule?.Escalate?.AfterReminders ?? -1, rule?.Escalate?.After.Minutes ?? -1);
        hash.Add(rule?.Escalate?.Levels ?? -1);
    }

    private static void Add(ref Hash128 hash, CompiledReporting? rule)
    {
        hash.Add(rule is not null);
        hash.Add(rule?.Inflates ?? 0, rule?.Errs ?? 0);
        hash.Add(rule?.ErrorSize ?? 0);
    }
}
