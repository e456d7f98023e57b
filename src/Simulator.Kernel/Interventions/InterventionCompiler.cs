using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Interventions;

/// <summary>Lays out the interventions, in the order of their ids.</summary>
internal static class InterventionCompiler
{
    private const int MostInterventions = 10_000;

    internal static CompiledIntervention[] Compile(
        Model model, Roster roster, CompiledDirective[] directives, CompiledEvent[] events,
        Func<int, int, int[]> addresseesOf)
    {
        if (model.Interventions.Count == 0)
        {
            return [];
        }

        if (model.Interventions.Count > MostInterventions)
        {
            throw new ModelException($"There are more than {MostInterventions:N0} interventions.");
        }

        _ = ModelCompiler.Places(model.Interventions.Select(each => each.Id), "intervention");
        var seen = directives.ToDictionary(each => each.ShortHash, each => each.Source.Id);
        foreach (var each in events)
        {
            seen[each.ShortHash] = each.Source.Id;
        }

        var compiled = new List<CompiledIntervention>();
        foreach (var each in model.Interventions.OrderBy(each => each.Id, IdOrder.Instance))
        {
            var hash = Hash64.Of("intervention " + each.Id);
            if (!seen.TryAdd((uint)(hash >> 32), each.Id))
            {
                throw new ModelException(
                    $"The ids '{each.Id}' and '{seen[(uint)(hash >> 32)]}' hash alike: change one.");
            }

            Check(each, directives);
            int[][] bodies = [.. each.Acts.Select(act => Named(act, roster, each.Id))];
            bool[]?[] inspected = [.. each.Acts.Select((act, place) => act is InspectionAct ? Marked(bodies[place], roster) : null)];
            compiled.Add(new CompiledIntervention
            {
                Source = each,
                Hash = hash,
                Bodies = bodies,
                Inspected = inspected,
                Senders =
                [
                    .. each.Acts.Select((act, place) => act switch
                    {
                        ReminderAct => bodies[place],
                        InspectionAct inspection =>
                            Superiors(directives, inspection.Directive, inspected[place]!, addresseesOf),
                        _ => [],
                    }),
                ],
            });
        }

        return [.. compiled];
    }

    /// <summary>Who is away is told when he is back: until then nobody knows how many were to be at work.</summary>
    internal static void CheckPosts(CompiledModel model)
    {
        foreach (var source in model.Interventions.Select(each => each.Source))
        {
            if (source.When is { Measure: GoalMeasure.Utilisation } when
                && Enumerable.Range(0, model.Facts.Length).Any(body => model.Fits(body, when.Among) && IsAwayAtTimes(model, body, when)))
            {
                throw new ModelException(
                    $"The intervention '{source.Id}' waits for '{when.Text}', where people are away at times: that is known when they "
                    + "are back.");
            }
        }
    }

    private static bool IsAwayAtTimes(CompiledModel model, int body, Condition when)
    {
        var posts = model.Posts[model.Facts[body].Office];
        return when.Desk!.Post is { } post ? posts[(int)post].Desk?.Roster is not null
            : Array.Exists(posts, each => each.Desk?.Roster is not null);
    }

    private static void Check(Intervention each, CompiledDirective[] directives)
    {
        if ((each.At is null) == (each.When is null))
        {
            throw new ModelException($"The intervention '{each.Id}' begins at a moment or on a condition: say one of them.");
        }

        foreach (var act in each.Acts)
        {
            var named = (act as DirectiveAct)?.Directive ?? (act as ReminderAct)?.Directive
                ?? (act as InspectionAct)?.Directive;
            if (named is not null && !Array.Exists(directives, directive => directive.Source.Id == named))
            {
                throw new ModelException($"The intervention '{each.Id}' names '{named}', which is no directive.");
            }
        }

        if (each.When?.Directive is { } about && !Array.Exists(directives, directive => directive.Source.Id == about))
        {
            throw new ModelException($"The intervention '{each.Id}' waits for '{about}', which is no directive.");
        }

        if (each.When is { } when && (!Condition.CanBeAbout(when.Measure)
            || (when.Time is not null) != Condition.IsTime(when.Measure)
            || (when.Desk is not null) != Condition.IsOfDesks(when.Measure)
            || (when.Desk is not null && (when.Desk.Papers is null) != (when.Measure == GoalMeasure.Utilisation))))
        {
            throw new ModelException($"The intervention '{each.Id}' waits for '{when.Text}', which nobody counts.");
        }

        if (each.Acts.Any(act => act is RestructuringAct) && (each.For is not null || each.Repeats))
        {
            throw new ModelException(
                $"The intervention '{each.Id}' restructures, which is for good and once: leave out for how long, and how often.");
        }

        if (each.For is not null && each.Acts.Any(act => act is DirectiveAct))
        {
            throw new ModelException(
                $"The intervention '{each.Id}' issues a directive, which cannot be for a time: give that an intervention "
                + "of its own.");
        }
    }

    private static int[] Named(Act act, Roster roster, string id)
    {
        IReadOnlyList<Selector> selectors = act switch
        {
            StaffAct staff => staff.Bodies,
            AbsenceAct absence => absence.Bodies,
            ClosingAct closing => closing.Bodies,
            ReminderAct reminder => reminder.Bodies,
            InspectionAct inspection => inspection.Bodies,
            _ => [],
        };
        if (selectors.Any(selector => selector.Direct || selector.Led || selector.IsEachAddressee))
        {
            throw new ModelException(
                $"The intervention '{id}' has no issuer: say by level, kind, line or name whom it concerns.");
        }

        return [.. selectors.SelectMany(roster.Fitting).Distinct().Order()];
    }

    private static bool[] Marked(int[] bodies, Roster roster)
    {
        var marked = new bool[roster.Count];
        foreach (var body in bodies)
        {
            marked[body] = true;
        }

        return marked;
    }

    /// <summary>Those who send any of the inspected a paper of the directive, or of any, and who collect their reports.</summary>
    private static int[] Superiors(
        CompiledDirective[] directives, string? directive, bool[] inspected, Func<int, int, int[]> addresseesOf)
    {
        var superiors = new SortedSet<int>();
        for (var root = 0; root < directives.Length; root++)
        {
            if (directive is not null && directives[root].Source.Id != directive)
            {
                continue;
            }

            foreach (var body in directives[root].Reach.Append(directives[root].Issuer))
            {
                if (Array.Exists(addresseesOf(root, body), addressee => inspected[addressee]))
                {
                    superiors.Add(body);
                    if (directives[root].Collecting?.CollectorOf(body) is >= 0 and var collector)
                    {
                        superiors.Add(collector);
                    }
                }
            }
        }

        return [.. superiors];
    }
}
