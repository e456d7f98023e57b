using System.Text;

namespace Simulator.Scenarios.Reading;

/// <summary>
/// Composes Vietnamese letters (NFC). One keyboard writes ế as one character, another as e with two
/// marks; both must be the same name. The program runs without ICU, where <c>string.Normalize</c> does
/// nothing, so that the composition is by a small table: twelve vowels, five tones.
/// </summary>
/// <remarks>Marks may come in either order. Letters of other languages are left as they are.</remarks>
internal static class Vietnamese
{
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    // Each row is a vowel without tone, then with grave, acute, tilde, hook above, dot below.
    private static readonly string[] _rows =
    [
        "aàáãảạ", "ăằắẵẳặ", "âầấẫẩậ", "eèéẽẻẹ", "êềếễểệ", "iìíĩỉị",
        "oòóõỏọ", "ôồốỗổộ", "ơờớỡởợ", "uùúũủụ", "ưừứữửự", "yỳýỹỷỵ",
        "AÀÁÃẢẠ", "ĂẰẮẴẲẶ", "ÂẦẤẪẨẬ", "EÈÉẼẺẸ", "ÊỀẾỄỂỆ", "IÌÍĨỈỊ",
        "OÒÓÕỎỌ", "ÔỒỐỖỔỘ", "ƠỜỚỠỞỢ", "UÙÚŨỦỤ", "ƯỪỨỮỬỰ", "YỲÝỸỶỴ",
    ];

    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly Dictionary<(char, char), char> _composed = Table();

    /// <summary>The text with every Vietnamese letter as one character.</summary>
    public static string Compose(string text)
    {
        int first = text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F');
        if (first < 0)
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        int start = -1;
        foreach (char next in text)
        {
            bool isMark = next is >= '\u0300' and <= '\u036F';
            if (!isMark)
            {
                start = composed.Length;
                composed.Append(next);
            }
            else if (start >= 0 && _composed.TryGetValue((composed[start], next), out char letter))
            {
                composed[start] = letter;
            }
            else
            {
                composed.Append(next);
            }
        }

        return composed.ToString();
    }

    private static Dictionary<(char, char), char> Table()
    {
        var table = new Dictionary<(char, char), char>();
        foreach (string row in _rows)
        {
            for (int tone = 0; tone < Tones.Length; tone++)
            {
                table[(row[0], Tones[tone])] = row[tone + 1];
            }
        }

        foreach (var (plain, mark, shaped) in Shapes())
        {
            string from = _rows.First(row => row[0] == plain);
            string to = _rows.First(row => row[0] == shaped);
            for (int i = 0; i < from.Length; i++)
            {
                table[(from[i], mark)] = to[i];
            }
        }

        return table;
    }

    private static IEnumerable<(char Plain, char Mark, char Shaped)> Shapes() =>
    [
        ('a', Circumflex, 'â'), ('e', Circumflex, 'ê'), ('o', Circumflex, 'ô'),
        ('A', Circumflex, 'Â'), ('E', Circumflex, 'Ê'), ('O', Circumflex, 'Ô'),
        ('a', Breve, 'ă'), ('A', Breve, 'Ă'),
        ('o', Horn, 'ơ'), ('u', Horn, 'ư'), ('O', Horn, 'Ơ'), ('U', Horn, 'Ư'),
    ];
}
