namespace Simulator.Scenarios.Problems;

/// <summary>
/// Collects the problems of one load, so that all of them are told in one go. What is found twice, in a
/// file and again after it was merged with others, is told once; a flood is cut off.
/// </summary>
internal sealed class ProblemList
{
    /// <summary>After so many, only their number is told.</summary>
    public const int Most = 200;

    private const int MostNames = 20_000;

    private readonly HashSet<(Place, string)> _seen = [];
    private readonly List<Problem> _problems = [];
    private int _untold;

    /// <summary>Whether anything found so far stops a run.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Reports what stops a run.</summary>
    public void Error(Place place, string what, string? right = null, string? nearest = null)
    {
        HasErrors = true;
        Add(new Problem(Severity.Error, place, what, right, nearest));
    }

    /// <summary>Reports a name that is none of the valid ones.</summary>
    public void Unknown(Place place, string what, string name, IEnumerable<string> valid, string whenNone)
    {
        if (_problems.Count >= Most)
        {
            HasErrors = true;
            _untold++;
            return;
        }

        string[] names = [.. valid.Distinct().Take(MostNames)];
        string? right = names.Length switch
        {
            0 => whenNone,
            <= 12 => $"There are: {string.Join(", ", names)}.",
            _ => null,
        };
        Error(place, what, right, NearestName.Of(name, names));
    }

    /// <summary>Reports what may not be meant.</summary>
    public void Warning(Place place, string what, string? right = null) =>
        Add(new Problem(Severity.Warning, place, what, right));

    /// <summary>Everything found, by file in the order they were opened, then by line and column.</summary>
    public IReadOnlyList<Problem> InOrder()
    {
        string[] files = [.. _problems.Select(problem => problem.File).Distinct()];
        var ordered = _problems
            .OrderBy(problem => Array.IndexOf(files, problem.File))
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ToList();
        if (_untold > 0)
        {
            var place = ordered[^1].Place;
            ordered.Add(new Problem(
                HasErrors ? Severity.Error : Severity.Warning,
                place,
                FormattableString.Invariant($"There are {_untold} problems more; they are not listed.")));
        }

        return ordered;
    }

    private void Add(Problem problem)
    {
        if (_problems.Count >= Most)
        {
            _untold++;
        }
        else if (_seen.Add((problem.Place, problem.What)))
        {
            _problems.Add(problem);
        }
    }
}
