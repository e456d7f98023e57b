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
        if (body.Closures.Count > 0)
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
        var closures = string.Concat(body.Closures.Select(closure => $"|{closure.From}/{closure.To}"));
        var key = $"{kind.Id}|{body.Heads.Clerk}|{body.Heads.Leadership}|{body.Heads.Staff}"
            + $"|{body.Away.Clerk}|{body.Away.Leadership}|{body.Away.Staff}{closures}";
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = place = Offices.Count;
            Offices.Add(new CompiledOffice(
                Post(kind, kind.Clerk, body.Heads.Clerk, body.Away.Clerk, body, closures),
                Post(kind, kind.Leadership, body.Heads.Leadership, body.Away.Leadership, body, closures),
                Post(kind, kind.Staff, body.Heads.Staff, body.Away.Staff, body, closures)));
        }

        return place <= ushort.MaxValue ? place
            : throw new ModelException("There are more than 65,535 different offices.");
    }

    private CompiledPost Post(BodyKind kind, Resource resource, int? heads, int? away, Body body, string closures)
    {
        var count = heads ?? resource.Heads;
        if (count is < 1 or > Resource.MostHeads)
        {
            throw new ModelException(
                $"A post of '{body.Id}' has {count} heads; it can have 1 to {Resource.MostHeads}.");
        }

        var hours = Calendar(resource.Calendar, body, closures);
        var piercing = resource.PiercingCalendar is null
            ? null
            : hours.Extended(Calendar(resource.PiercingCalendar, body, closures));
        return new CompiledPost(
            Math.Max(0, count - (away ?? 0)), hours, piercing, resource, DeskOf(resource, count, body), kind.Load is not null);
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
