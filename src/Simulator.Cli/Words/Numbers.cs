using System.Globalization;

namespace Simulator.Cli.Words;

/// <summary>Numbers in sentences, as the two languages write them: 1,234.5 in English is 1.234,5 in Vietnamese.</summary>
internal static class Numbers
{
    private static readonly NumberFormatInfo _vietnamese = NumberFormatInfo.ReadOnly(
        new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." });

    /// <summary>The format of numbers of a language.</summary>
    internal static NumberFormatInfo Of(Language language) =>
        language.Code == "vi" ? _vietnamese : NumberFormatInfo.InvariantInfo;

    /// <summary>A count, such as <c>272,520</c>.</summary>
    internal static string Count(this Language language, long count) => count.ToString("N0", Of(language));

    /// <summary>A share of 0 to 1 with one digit behind the point, such as <c>61.3 %</c>.</summary>
    internal static string Percent(this Language language, double share) =>
        double.IsNaN(share) ? "-" : (share * 100).ToString("0.0", Of(language)) + " %";

    /// <summary>So many of so many, in percent; what is not all is not called 100.0 %, and what is some not 0.0 %.</summary>
    internal static string Share(this Language language, long count, long of) => of == 0 ? "-"
        : count < of && count * 2000 >= of * 1999 ? "> " + language.Percent(0.999)
        : count > 0 && count * 2000 < of ? "< " + language.Percent(0.001)
        : language.Percent((double)count / of);

    /// <summary>Minutes, such as <c>2 d 3 h 05 m</c> or <c>2 ngày 3 giờ 05 phút</c>.</summary>
    internal static string Length(this Language language, int minutes)
    {
        var text = Lengths.Of(minutes);
        return language.Code == "en" ? text : text
            .Replace(" d", " ngày", StringComparison.Ordinal).Replace(" h", " giờ", StringComparison.Ordinal)
            .Replace(" m", " phút", StringComparison.Ordinal);
    }

    /// <summary>A figure that was written in the English way, such as <c>−1.79 d</c>, in the way of the language.</summary>
    internal static string Figure(this Language language, string text) => language.Code == "en" ? text : new string([
            .. text.Select(each => each switch { '.' => ',', ',' => '.', _ => each }),
        ]).Replace(",, ", ".. ", StringComparison.Ordinal).Replace(" d", " ngày", StringComparison.Ordinal)
        .Replace(" wh", " giờ làm việc", StringComparison.Ordinal).Replace(" points", " điểm phần trăm", StringComparison.Ordinal);
}
