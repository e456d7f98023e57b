using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Interventions;

/// <summary>The declared model as interventions that are in force change it.</summary>
internal static class RegimeModel
{
    internal static Model Of(CompiledModel origin, InForce[] inForce)
    {
        var model = WithSettings(origin, inForce);
        foreach (var (place, since) in inForce)
        {
            var intervention = origin.Interventions[place];
            var until = intervention.Source.For is { } length ? since + length.Minutes
                : Math.Max(model.Until.Minutes, since) + 1;
            for (var act = 0; act < intervention.Source.Acts.Count; act++)
            {
                var ids = intervention.Bodies[act].Select(body => origin.Bodies[body].Id).ToHashSet(StringComparer.Ordinal);
                model = Applied(model, intervention.Source.Acts[act], ids, since, until);
            }
        }

        return model;
    }

    private static Model WithSettings(CompiledModel origin, InForce[] inForce)
    {
        var settings = new List<SettingAct>();
        foreach (var (place, since) in inForce)
        {
            foreach (var act in origin.Interventions[place].Source.Acts)
            {
                if (act is SettingAct setting)
                {
                    settings.Add(setting);
                }
                else if (act is DirectiveAct issue)
                {
                    var issued = origin.Source.Axis.ToCivil(new Tick(since));
                    settings.Add(new SettingAct($"directives.{issue.Directive}.issued", issued.ToString()));
                }
            }
        }

        return settings.Count == 0 ? origin.Source
            : origin.Source.Settings?.With(settings) is { } model ? model with { Reliefs = origin.Source.Reliefs }
            : throw new ModelException("Nobody is there who knows the paths of the scenario's values.");
    }

    private static Model Applied(Model model, Act act, HashSet<string> ids, int since, int until) => act switch
    {
        StaffAct staff => ForBodies(model, ids, body => body with { Heads = More(model, body, staff) }),
        AbsenceAct absence => ForBodies(model, ids, body => body with { Away = Less(body.Away, absence) }),
        ClosingAct => ForBodies(model, ids, body => body with { Closures = [.. body.Closures, Between(model, since, until)] }),
        OutageAct outage => model with
        {
            Channels =
            [
                .. model.Channels.Select(channel => channel.Id == outage.Channel
                    ? channel with { Outage = new ChannelOutage(new Tick(until), outage.Loses) }
                    : channel),
            ],
        },
        HolidayAct holiday => WithHoliday(model, holiday, since),
        RestructuringAct restructuring => Reorganisation.Of(model, restructuring.Change).Model,
        _ => model,
    };

    private static Model ForBodies(Model model, HashSet<string> ids, Func<Body, Body> change) =>
        model with { Bodies = [.. model.Bodies.Select(body => ids.Contains(body.Id) ? change(body) : body)] };

    private static HeadCounts More(Model model, Body body, StaffAct act)
    {
        var kind = model.Kinds.First(kind => kind.Id == body.Kind);
        int Changed(int heads) => Math.Clamp(heads + act.By, 1, Resource.MostHeads);
        return act.Post switch
        {
            Post.Clerk => body.Heads with { Clerk = Changed(body.Heads.Clerk ?? kind.Clerk.Heads) },
            Post.Leadership => body.Heads with { Leadership = Changed(body.Heads.Leadership ?? kind.Leadership.Heads) },
            _ => body.Heads with { Staff = Changed(body.Heads.Staff ?? kind.Staff.Heads) },
        };
    }

    private static HeadCounts Less(HeadCounts away, AbsenceAct act) => act.Post switch
    {
        Post.Clerk => away with { Clerk = (away.Clerk ?? 0) + act.People },
        Post.Leadership => away with { Leadership = (away.Leadership ?? 0) + act.People },
        _ => away with { Staff = (away.Staff ?? 0) + act.People },
    };

    private static Closure Between(Model model, int since, int until) =>
        new(model.Axis.ToCivil(new Tick(since)), model.Axis.ToCivil(new Tick(until)));

    private static Model WithHoliday(Model model, HolidayAct act, int since)
    {
        var names = act.Calendars.Count > 0
            ? act.Calendars.ToHashSet(StringComparer.Ordinal)
            : model.Kinds.SelectMany(kind => new[] { kind.Clerk, kind.Leadership, kind.Staff })
                .Select(post => post.Calendar).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var first = act.First ?? model.Axis.ToCivil(new Tick(since)).Date.AddDays(1);
        var closure = new Closure(first.Midnight, first.AddDays(act.Days).Midnight);
        return model with
        {
            Calendars = model.Calendars.ToDictionary(
                each => each.Key,
                each => names.Contains(each.Key) ? each.Value.With(closure) : each.Value,
                StringComparer.Ordinal),
        };
    }
}
