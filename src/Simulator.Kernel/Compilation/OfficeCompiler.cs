using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out offices and their calendars, each distinct one once.</summary>
internal sealed class OfficeCompiler(Model model)
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, HeadCounts Heads, HeadCounts Away), int> alwaysOpen = [];
    private readonly Dictionary<string, WorkingCalendar> calendars = new(StringComparer.Ordinal);

    internal List<CompiledOffice> Offices { get; } = [];

    internal int PlaceOf(Body body, BodyKind kind)
    {
        if (body.Closures.Count > 0 || model.Reliefs.Count > 0)
        {
            return PlaceOfAny(body, kind);
        }

        var key = (kind.Id, body.Heads, body.Away);
        if (!alwaysOpen.TryGetValue(key, out var place))
        {
            alwaysOpen[key] = place = PlaceOfAny(body, kind);
        }

        return place;
    }

    private int PlaceOfAny(Body body, BodyKind kind)
    {
        var relieved = Relieved.Of(model, body.Id);
        var closures = string.Concat(body.Closures.Select(closure => $"|{closure.From}/{closure.To}"));
        var key = $"{kind.Id}|{body.Heads.Clerk}|{body.Heads.Leadership}|{body.Heads.Staff}"
            + $"|{body.Away.Clerk}|{body.Away.Leadership}|{body.Away.Staff}{closures}"
            + (relieved.IsNothing ? "" : $"|without {relieved.Bits}");
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = place = Offices.Count;
            Offices.Add(new CompiledOffice(
                Laid(Post.Clerk, kind.Clerk, body.Heads.Clerk, body.Away.Clerk),
                Laid(Post.Leadership, kind.Leadership, body.Heads.Leadership, body.Away.Leadership),
                Laid(Post.Staff, kind.Staff, body.Heads.Staff, body.Away.Staff)));
        }

        return place <= ushort.MaxValue ? place
            : throw new ModelException("There are more than 65,535 different offices.");

        CompiledPost Laid(Post post, Resource resource, int? heads, int? away) =>
            LaidOut(kind, resource, heads ?? resource.Heads, away ?? 0, body, closures, post, relieved);
    }

    private CompiledPost LaidOut(
        BodyKind kind, Resource resource, int count, int away, Body body, string closures, Post post, Relieved relieved)
    {
        if (count is < 1 or > Resource.MostHeads)
        {
            throw new ModelException(
                $"A post of '{body.Id}' has {count} heads; it can have 1 to {Resource.MostHeads}.");
        }

        var declared = Calendar(resource.Calendar, body, closures);
        var isOpen = relieved.From(Hindrance.ClosedHours, post);
        var piercing = resource.PiercingCalendar is null || isOpen
            ? null
            : declared.Extended(Calendar(resource.PiercingCalendar, body, closures));
        var enough = relieved.From(Hindrance.People, post);
        var allThere = enough || relieved.From(Hindrance.Absence, post);
        var kept = allThere ? resource with { Absences = null, Away = [], Multitasking = enough ? 1 : resource.Multitasking } : resource;
        return new CompiledPost(
            enough ? Resource.MostHeads : allThere ? count : Math.Max(0, count - away),
            isOpen ? WorkingCalendar.AlwaysOpen : declared, piercing, kept, DeskOf(kept, count, body), kind.Load is not null,
            declared, relieved.From(Hindrance.HoursOfSteps, post) ? 0 : int.MaxValue);
    }

    private static CompiledDesk? DeskOf(Resource resource, int heads, Body body)
    {
        var desk = CompiledDesk.Of(resource);
        return desk is null || desk.PeopleOf(heads) <= Resource.MostHeads ? desk : throw new ModelException(
            $"A post of '{body.Id}' has {heads} heads and {desk.Roster!.Deputies} deputies; together they can be "
            + $"{Resource.MostHeads}.");
    }

    private WorkingCalendar Calendar(string? name, Body body, string closures)
    {
        var key = name + closures;
        if (!calendars.TryGetValue(key, out var calendar))
        {
            var rule = name is null ? CalendarRule.AlwaysOpen
                : model.Calendars.TryGetValue(name, out var found) ? found
                : throw new ModelException($"There is no calendar '{name}'.");
            calendars[key] = calendar = WorkingCalendar.Compile(rule, model.Axis, body.Closures);
        }

        return calendar;
    }
}
