namespace Simulator.Analysis.Store;

/// <summary>A question that is refused, wrong or stopped: what it is, where it stands in the SQL, and what is known.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>Where in the SQL, in characters from 0; -1: it is not known.</summary>
    public int Offset { get; init; } = -1;

    /// <summary>The name that is not known; <c>null</c>: it is not about a name.</summary>
    public string? Unknown { get; init; }

    /// <summary>Names of the same sort that are known, those first that are likelier meant.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Its time is up.</summary>
    /// <param name="limit">How long it may take.</param>
    public static QueryException OutOfTime(TimeSpan limit) => new(FormattableString.Invariant(
        $"It was stopped after {limit.TotalSeconds:0.###} s, the limit of time. A recursive query that never ends needs a ")
        + "LIMIT or a condition; one that is only long needs --timeout 5m.");
}
