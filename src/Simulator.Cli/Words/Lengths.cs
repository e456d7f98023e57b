using System.Globalization;

namespace Simulator.Cli.Words;

/// <summary>Minutes as people say them.</summary>
internal static class Lengths
{
    /// <summary>Such as <c>2 d 3 h 05 m</c>; days are of 24 hours.</summary>
    internal static string Of(int minutes)
    {
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return days > 0 ? $"{days} d {hours} h {rest:00} m" : hours > 0 ? $"{hours} h {rest:00} m" : $"{rest} m";
    }

    /// <summary>Hours with one digit behind the point.</summary>
    internal static string Hours(double hours) => hours.ToString("0.0", CultureInfo.InvariantCulture);
}
