using System.Globalization;

namespace Simulator.Tests.Shipped.Pictures;

/// <summary>Shares drawn as bars side by side, or as curves over days.</summary>
internal static class Picture
{
    /// <summary>A group of bars for each place, a bar for each series, with its percentage above it.</summary>
    public static string Bars(
        string title, string about, IReadOnlyList<string> places, IReadOnlyList<(string Name, double[] Shares)> series)
    {
        var drawing = new Drawing(title, about, [.. series.Select(each => each.Name)]);
        var group = (Drawing.Right - Drawing.Left) / (double)places.Count;
        var bar = group * 0.8 / series.Count;
        for (var place = 0; place < places.Count; place++)
        {
            var x = Drawing.Left + (group * (place + 0.1));
            for (var each = 0; each < series.Count; each++, x += bar)
            {
                var share = series[each].Shares[place];
                var top = Drawing.At(share);
                drawing.Box(x + 1, top, bar - 2, Drawing.Bottom - top, each);
                drawing.Write(Percent(share), x + (bar / 2), top - 5, "middle");
            }

            drawing.Write(places[place], Drawing.Left + (group * (place + 0.5)), Drawing.Bottom + 22, "middle");
        }

        return drawing.ToString();
    }

    /// <summary>A curve for each series; the shares are those of equal steps of time, from 0.</summary>
    public static string Curves(
        string title, string about, int days, IReadOnlyList<(string Name, double[] Shares)> series)
    {
        var drawing = new Drawing(title, about, [.. series.Select(each => each.Name)]);
        var day = (Drawing.Right - Drawing.Left) / (double)days;
        for (var each = 0; each < series.Count; each++)
        {
            var shares = series[each].Shares;
            var step = (Drawing.Right - Drawing.Left) / (double)(shares.Length - 1);
            drawing.Line(
                shares.Select((share, place) => (Drawing.Left + (place * step), Drawing.At(share))), Drawing.Colours[each], 2.5);
        }

        for (var mark = 0; mark <= days; mark += Math.Max(1, days / 10))
        {
            drawing.Write(mark.ToString(CultureInfo.InvariantCulture), Drawing.Left + (mark * day), Drawing.Bottom + 22, "middle");
        }

        drawing.Write("days since the issue", Drawing.Right, Drawing.Bottom + 44, "end");
        return drawing.ToString();
    }

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)}%");
}
