namespace Simulator.Scenarios.Units;

/// <summary>
/// Elapsed time as it is written in scenarios and on the command line: <c>30d</c>, <c>1h30m</c>.
/// </summary>
public static class ElapsedTime
{
    /// <summary>The whole minutes of a text; false if it is no elapsed time.</summary>
    public static bool TryParse(string text, out int minutes)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (amount, _) = SpanText.Parse(text, SpanUnits.Elapsed);
        minutes = amount is { } found ? (int)Math.Round(found.Minutes) : 0;
        return amount is not null;
    }
}
