using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Interventions;

/// <summary>Adds to the hash of a model what its interventions do.</summary>
internal static class InterventionHasher
{
    /// <summary>Adds nothing for a model without interventions.</summary>
    internal static void AddAll(ref Hash128 hash, CompiledModel model)
    {
        foreach (var each in model.Interventions)
        {
            Add(ref hash, each, model);
        }
    }

    private static void Add(ref Hash128 hash, CompiledIntervention each, CompiledModel model)
    {
        var source = each.Source;
        hash.Add(each.Hash);
        hash.Add(source.At?.Value ?? -1, source.For?.Minutes ?? -1);
        hash.Add(source.Repeats);
        hash.Add(source.From.Value);
        if (source.When is { } when)
        {
            hash.Add((int)when.Measure, when.BasisPoints);
            hash.Add((int)when.Comparison);
            hash.Add(Hash64.Of(when.Directive ?? ""));
            hash.Add([.. Enumerable.Range(0, model.Facts.Length).Where(body => model.Fits(body, when.Among))]);
            if (when.Time is { } time)
            {
                hash.Add(time.Span.Minutes);
                hash.Add(time.InHours);
                hash.Add(time.IsOwn);
            }

            if (when.Desk is { } desk)
            {
                hash.Add(desk.Post is { } post ? (int)post : -1, desk.Papers ?? -1);
            }
        }

        for (var act = 0; act < source.Acts.Count; act++)
        {
            hash.Add([.. each.Bodies[act]]);
            Add(ref hash, source.Acts[act], model);
        }
    }

    private static void Add(ref Hash128 hash, Act act, CompiledModel model)
    {
        switch (act)
        {
            case StaffAct staff:
                hash.Add(1, (int)staff.Post);
                hash.Add(staff.By);
                break;
            case AbsenceAct absence:
                hash.Add(2, (int)absence.Post);
                hash.Add(absence.People);
                break;
            case ClosingAct:
                hash.Add(3);
                break;
            case OutageAct outage:
                hash.Add(4);
                hash.Add([.. UsersOf(model, outage.Channel)]);
                hash.Add(outage.Loses);
                break;
            case HolidayAct holiday:
                hash.Add(5, holiday.Days);
                hash.Add((holiday.First ?? CivilDate.First).DayNumber);
                foreach (var name in holiday.Calendars.Order(StringComparer.Ordinal))
                {
                    hash.Add(Hash64.Of(name));
                }

                break;
            case SettingAct setting:
                hash.Add(6);
                hash.Add(Hash64.Of(setting.Path));
                hash.Add(Hash64.Of(setting.Value));
                break;
            case DirectiveAct issue:
                hash.Add(7);
                hash.Add(Hash64.Of(issue.Directive));
                break;
            case ReminderAct reminder:
                hash.Add(8);
                hash.Add(Hash64.Of(reminder.Directive ?? ""));
                break;
            case InspectionAct inspection:
                hash.Add(9);
                hash.Add(Hash64.Of(inspection.Directive ?? ""));
                hash.Add(inspection.Sanctions);
                break;
            case RestructuringAct restructuring:
                hash.Add(10, restructuring.HandOver.Minutes);
                Add(ref hash, restructuring.Change, model);
                break;
        }
    }

    private static void Add(ref Hash128 hash, Restructuring change, CompiledModel model)
    {
        switch (change)
        {
            case TierRemoval removal:
                hash.Add(1, (int)removal.Staff);
                hash.Add(removal.DutiesToSubordinates);
                hash.Add(Hash64.Of(removal.Below ?? ""));
                AddFitting(ref hash, [removal.Bodies], model);
                break;
            case Merger merger:
                hash.Add(2, (int)merger.Staff);
                hash.Add(Hash64.Of(merger.Into));
                AddFitting(ref hash, merger.Bodies, model);
                break;
            case Relocation move:
                hash.Add(3);
                hash.Add(Hash64.Of(move.Under));
                hash.Add(Hash64.Of(move.Line ?? ""));
                AddFitting(ref hash, move.Bodies, model);
                break;
        }
    }

    private static void AddFitting(ref Hash128 hash, IReadOnlyList<Selector> selectors, CompiledModel model) =>
        hash.Add([.. Enumerable.Range(0, model.Facts.Length).Where(body => selectors.Any(each => model.Fits(body, each)))]);

    /// <summary>A channel is what it is by those whose papers leave by it; its id is for people.</summary>
    private static IEnumerable<int> UsersOf(CompiledModel model, string channel) => Enumerable.Range(0, model.Facts.Length)
        .Where(body => model.ChannelTable[model.Facts[body].Channel].Id == channel);
}
