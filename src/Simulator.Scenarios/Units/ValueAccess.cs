using Simulator.Kernel.Chance;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Units;

/// <summary>
/// Reads quantities by their keys. Like <see cref="NodeAccess"/>: what does not fit was reported when the tree was checked, and
/// reads as absent.
/// </summary>
internal static class ValueAccess
{
    /// <summary>The probability of a key, or what holds where none is written.</summary>
    public static double Probability(this MapNode? map, string key, double without = 0) =>
        map.Text(key) is { } text ? NumberText.Probability(text).Probability ?? without : without;

    /// <summary>The elapsed time of a key; <c>null</c>: none is written.</summary>
    public static TickSpan? Elapsed(this MapNode? map, string key) =>
        SpanText.Parse(map.Text(key) ?? "", SpanUnits.Elapsed).Amount is { } amount ? new TickSpan(amount.WholeMinutes(0)) : null;

    /// <summary>The law of chance of a key, in working time; <c>null</c>: none is written.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="nominalDay">Working minutes of a working day.</param>
    public static Distribution? WorkingLaw(this MapNode? map, string key, int nominalDay) =>
        DistributionText.Parse(map.Text(key) ?? "", SpanUnits.Working).Form?.In(nominalDay).Distribution;
}
