namespace Simulator.Scenarios.Organisation;

/// <summary>Warns of a body that leads one of another level, which is leading only in name.</summary>
internal static class LeadershipCheck
{
    /// <summary>Warns of each.</summary>
    public static void Warn(Draft draft, BodyReader reader)
    {
        foreach (var body in reader.Bodies.Where(body => body.Leads.Count > 0))
        {
            string level = draft.Kinds[body.Kind].Level;
            foreach (string led in body.Leads)
            {
                string? kind = reader.Seating.Seats[led].Entry["kind"] is Reading.ScalarNode name
                    ? name.Text : null;
                if (kind is not null && draft.Kinds.TryGetValue(kind, out var other) && other.Level != level)
                {
                    var seat = reader.Seating.Seats[body.Id];
                    draft.Problems.Warning(
                        (seat["leads"] ?? seat.Entry).Place,
                        $"'{body.Id}' of the level {level} leads '{led}' of the level {other.Level}.",
                        "A body leads bodies of its own level; those below are under it.");
                }
            }
        }
    }
}
