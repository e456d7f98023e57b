namespace Simulator.Analysis.Measures.Desks;

/// <summary>The backlog of one office, in figures.</summary>
/// <param name="Body">Index of the body.</param>
/// <param name="Most">The most that lay there, and the first minute at whose end it was so.</param>
/// <param name="Mean">The mean over time.</param>
/// <param name="MinutesWithAny">In how many minutes anything lay there.</param>
/// <param name="Pieces">How many pieces of work lay there at any time.</param>
/// <param name="Left">Of them: not done in this run.</param>
public sealed record OfficeBacklog(int Body, BacklogPoint Most, double Mean, int MinutesWithAny, int Pieces, int Left)
{
    /// <summary>The offices of some bodies at which anything lay, the fullest first; of equals the one with the larger mean.</summary>
    /// <param name="book">What lay where.</param>
    /// <param name="bodies">Indices of the bodies.</param>
    /// <param name="from">The first tick that counts.</param>
    /// <param name="to">The tick after the last.</param>
    public static IReadOnlyList<OfficeBacklog> Of(DeskBook book, IEnumerable<int> bodies, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(bodies);
        var facts = book.Trace.Model;
        return
        [
            .. bodies.Where(body => book.Of(body).Length > 0).Select(body => Of(book, body, from, to))
                .Where(each => each.Pieces > 0)
                .OrderByDescending(each => each.Most.All).ThenByDescending(each => each.Mean)
                .ThenBy(each => facts.FactsOf(each.Body).Rank),
        ];
    }

    private static OfficeBacklog Of(DeskBook book, int body, int from, int to)
    {
        var curve = book.CurveOf(body);
        var (pieces, left) = (0, 0);
        foreach (ref readonly var stay in book.Of(body))
        {
            if (stay.MinutesWithin(from, to) > 0)
            {
                pieces++;
                left += stay.Ended < 0 ? 1 : 0;
            }
        }

        return new OfficeBacklog(
            body, curve.Most(from, to), curve.Mean(from, to), curve.MinutesWithAny(from, to), pieces, left);
    }
}
