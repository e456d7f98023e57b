using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// Answers goals on desks, such as <c>backlog(level district clerk) &lt;= 20</c>. They are about offices and not about those whom a
/// directive addresses, and have one answer for all directives together.
/// </summary>
internal sealed class DeskGoals(RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int until)
{
    private readonly Dictionary<string, DeskBook> books = [];
    private readonly CompiledModel model = trace.Model;

    /// <summary>The answer; <c>null</c>: nothing that it asks about is issued.</summary>
    internal GoalAnswer? Of(Goal goal)
    {
        var asked = Enumerable.Range(0, model.Directives.Count).Where(root => IsAsked(goal, model.Directives[root])).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var bodies = Enumerable.Range(0, model.Bodies.Count).Where(body => model.Fits(body, goal.Among)).ToList();
        var (number, kept, share) = goal.Measure switch
        {
            GoalMeasure.Backlog => Backlog(goal, asked, bodies),
            GoalMeasure.Utilisation => Utilisation(goal, asked, bodies),
            _ => HandOvers(goal, asked, bodies),
        };
        var limit = goal.Desk!.Papers is { } papers ? papers : goal.BasisPoints / 10_000.0;
        var value = number ?? share;
        return new GoalAnswer
        {
            Goal = goal,
            Directive = model.Directives[asked[0]],
            IsTogether = true,
            Asked = asked.Count,
            Among = bodies.Count,
            InState = kept,
            Share = share,
            Papers = number,
            ReachedAt = -1,
            IsMet = bodies.Count > 0 && (goal.AtMost ? value <= limit : value >= limit),
        };
    }

    /// <summary>The most at any one of the offices, at the moment asked about or at any time; how many offices keep to the limit.</summary>
    private (int? Papers, int Kept, double Share) Backlog(Goal goal, List<int> asked, List<int> bodies)
    {
        var book = BookOf(goal, asked);
        var (most, kept) = (0, 0);
        foreach (var body in bodies)
        {
            var curve = book.CurveOf(body, goal.Desk!.Post);
            var own = goal.At is { } at ? curve.At(Math.Min(at.Value, until)).All : curve.Most(0, until).All;
            most = Math.Max(most, own);
            kept += goal.AtMost ? own <= goal.Desk.Papers ? 1 : 0 : own >= goal.Desk.Papers ? 1 : 0;
        }

        return (most, kept, (double)kept / bodies.Count);
    }

    /// <summary>Of all the people together; how many offices keep to the limit by themselves.</summary>
    private (int? Papers, int Kept, double Share) Utilisation(Goal goal, List<int> asked, List<int> bodies)
    {
        var book = BookOf(goal, asked);
        var end = Math.Min(goal.At?.Value ?? until, until);
        var reader = new UtilisationReader(book, Math.Min(book.From, end), end);
        var (all, kept) = (default(PostMinutes), 0);
        foreach (var body in bodies)
        {
            var own = goal.Desk!.Post is { } post ? reader.Of(body, post)
                : Enum.GetValues<Post>().Aggregate(default(PostMinutes), (sum, each) => sum + reader.Of(body, each));
            all += own;
            var (left, right) = (own.AtWork * 10_000, own.Scheduled * goal.BasisPoints);
            kept += (goal.AtMost ? left <= right : left >= right) ? 1 : 0;
        }

        return (null, kept, all.Utilisation);
    }

    /// <summary>The papers that have come to the offices; how many offices any has come to.</summary>
    private (int? Papers, int Kept, double Share) HandOvers(Goal goal, List<int> asked, List<int> bodies)
    {
        var wanted = bodies.ToHashSet();
        var came = HandOverReader.Read(trace, RootsOf(goal, asked), goal.At?.Value)
            .Where(each => each.Arrived >= 0 && wanted.Contains(each.To)).ToList();
        var offices = came.Select(each => each.To).Distinct().Count();
        return (came.Count, offices, (double)offices / bodies.Count);
    }

    private DeskBook BookOf(Goal goal, List<int> asked)
    {
        var key = goal.Directive ?? "";
        return books.TryGetValue(key, out var book) ? book
            : books[key] = DeskBook.Of(trace, progress, until, RootsOf(goal, asked));
    }

    private static HashSet<int>? RootsOf(Goal goal, List<int> asked) => goal.Directive is null ? null : [.. asked];

    private bool IsAsked(Goal goal, CompiledDirective directive) => directive.IsIssued && directive.Issued <= until
        && (goal.Directive is null || goal.Directive == directive.Source.Id || goal.Directive == directive.Source.Series);
}
