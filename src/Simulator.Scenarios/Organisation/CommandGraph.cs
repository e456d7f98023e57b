using Simulator.Kernel.Organisation;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Who commands whom, on all lines and by leading. A circle would have a paper come back to those who
/// sent it on, so that none is allowed.
/// </summary>
internal static class CommandGraph
{
    private const int MostReported = 20;
    private const int LongestShown = 8;

    /// <summary>Reports each circle, at the superiors of a body in it.</summary>
    public static void CheckCircles(Draft draft, BodyReader reader)
    {
        var ids = new Dictionary<string, int>(reader.Bodies.Count, StringComparer.Ordinal);
        foreach (var body in reader.Bodies)
        {
            ids.Add(body.Id, ids.Count);
        }

        int[][] above = Above(reader.Bodies, ids);
        int reported = 0;
        foreach (var circle in Circles(above))
        {
            if (++reported > MostReported)
            {
                break;
            }

            var names = circle.Select(body => reader.Bodies[body].Id).ToList();
            string shown = names.Count <= LongestShown
                ? string.Join(" -> ", names.Append(names[0]))
                : string.Join(" -> ", names.Take(LongestShown)) + " -> …";
            var seat = reader.Seating.Seats[names[0]];
            draft.Problems.Error(
                (seat["under"] ?? seat["leads"] ?? seat.Entry).Place,
                $"The command goes round in a circle: {shown}.",
                "A body cannot be above those that are above it.");
        }
    }

    private static int[][] Above(List<Body> bodies, Dictionary<string, int> ids)
    {
        var leaders = new List<(int Led, int Leader)>();
        int[][] above = new int[bodies.Count][];
        for (int i = 0; i < bodies.Count; i++)
        {
            above[i] = bodies[i].Under switch
            {
                [] => [],
                [var only] => ids.TryGetValue(only.Superior, out int superior) ? [superior] : [],
                var several => [.. several.Select(each => ids.GetValueOrDefault(each.Superior, -1)).Where(id => id >= 0)],
            };
            if (bodies[i].Leads.Count > 0)
            {
                leaders.AddRange(bodies[i].Leads.Where(ids.ContainsKey).Select(led => (ids[led], i)));
            }
        }

        foreach (var led in leaders.GroupBy(each => each.Led))
        {
            above[led.Key] = [.. above[led.Key], .. led.Select(each => each.Leader)];
        }

        return above;
    }

    /// <summary>A circle for each body that is met again on the way up, without recursion.</summary>
    private static IEnumerable<List<int>> Circles(int[][] above)
    {
        byte[] state = new byte[above.Length];
        var path = new List<(int Body, int Next)>();
        for (int start = 0; start < above.Length; start++)
        {
            if (state[start] == 0)
            {
                path.Add((start, 0));
                state[start] = 1;
            }

            while (path.Count > 0)
            {
                var (body, next) = path[^1];
                if (next == above[body].Length)
                {
                    state[body] = 2;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                path[^1] = (body, next + 1);
                int superior = above[body][next];
                if (state[superior] == 0)
                {
                    state[superior] = 1;
                    path.Add((superior, 0));
                }
                else if (state[superior] == 1)
                {
                    int from = path.FindIndex(each => each.Body == superior);
                    yield return [.. path.Skip(from).Select(each => each.Body)];
                }
            }
        }
    }
}
