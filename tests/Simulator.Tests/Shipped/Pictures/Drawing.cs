using System.Globalization;
using System.Security;
using System.Text;

namespace Simulator.Tests.Shipped.Pictures;

/// <summary>The frame of a picture of shares: a title, an axis from 0 to 100%, a legend, on white.</summary>
internal sealed class Drawing
{
    public const int Left = 64;
    public const int Right = 740;
    public const int Top = 84;
    public const int Bottom = 330;

    private const int Width = 760;
    private const int Height = 390;

    private readonly StringBuilder _text = new();

    public Drawing(string title, string about, IReadOnlyList<string> series)
    {
        _text.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" font-family="sans-serif" font-size="13">
            <title>{SecurityElement.Escape(title)}</title>
            <desc>{SecurityElement.Escape(about)}</desc>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>

            """);
        Write(title, Left, 26, "start", size: 16);
        var x = Left;
        for (var place = 0; place < series.Count; place++)
        {
            Box(x, 44, 12, 12, place);
            Write(series[place], x + 18, 55, "start");
            x += 34 + (7 * series[place].Length);
        }

        for (var percent = 0; percent <= 100; percent += 20)
        {
            var y = At(percent / 100.0);
            Line([(Left, y), (Right, y)], "#d5d8dc", 1);
            Write($"{percent}%", Left - 8, y + 4, "end");
        }
    }

    /// <summary>Colours that stay apart for the colour-blind (after Okabe and Ito, 2008).</summary>
    public static IReadOnlyList<string> Colours { get; } = ["#0072b2", "#009e73", "#d55e00", "#cc79a7"];

    /// <summary>The height of a share.</summary>
    public static double At(double share) => Bottom - (share * (Bottom - Top));

    public void Box(double x, double y, double width, double height, int series) => _text.AppendLine(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{Colours[series]}\"/>");

    public void Line(IEnumerable<(double X, double Y)> points, string colour, double width) => _text.AppendLine(
        CultureInfo.InvariantCulture,
        $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width:0.#}\" points=\"{Points(points)}\"/>");

    public void Write(string words, double x, double y, string anchor, int size = 13) => _text.AppendLine(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"#222222\">{SecurityElement.Escape(words)}</text>");

    public override string ToString() => $"{_text}</svg>\n";

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(
        ' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
}
