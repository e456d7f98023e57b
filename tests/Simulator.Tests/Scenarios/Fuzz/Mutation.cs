using System.Text;

namespace Simulator.Tests.Scenarios.Fuzz;

/// <summary>Damages a text as people, programs and bad transmissions do, by a seed.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly string[] _snippets =
    [
        "", " ", "\t", "\n", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!!str ", "|", ">",
            "'", "\"", "~",
        "%", "@", "`", "---", "...", "<<: ", "? ", "0", "-1", "1", "64", "65", "999999999999999999999",
            "1e309", "NaN",
        "0.5", "100%", "-5%", "30d", "0m", "-2d", "99999d", "1wd", "10", "x 0.5", "+1", "2021-02-30",
            "2021-12-31T23:59",
        "0001-01-01", "9999-12-31", "true", "null", "each addressee", "subordinates", "{ level: commune }",
            "none",
        "lognormal median 2wd sigma 0.6", "uniform 1m 5m", "\u0301", "\u0000", "\uD800", "\uFEFF", "\u2028",
            "😀", "ệ", "/",
        "../", "like: ", "under: ", "count: 1000000", "names: [a, b]", "members: { a: {} }",
            "from: data/x.csv", "extends: x.yaml",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The text with one to five faults.</summary>
    public string Of(string text)
    {
        int faults = 1 + _random.Next(5);
        for (int i = 0; i < faults; i++)
        {
            text = Damaged(text);
        }

        return text;
    }

    /// <summary>The bytes of a text, one time in ten with one of them changed.</summary>
    public byte[] Bytes(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && _random.Next(10) == 0)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private string Damaged(string text)
    {
        int at = _random.Next(text.Length + 1);
        switch (_random.Next(11))
        {
            case 0:
                return text[..at];
            case 1:
                int length = Math.Min(text.Length - at, _random.Next(20));
                return text.Remove(at, length);
            case 2:
                return text.Insert(at, Snippet());
            case 3:
                return text.Insert(at, string.Concat(Enumerable.Repeat(Snippet(), _random.Next(300))));
            case 4:
            case 5:
                return Words(text, (words, i) => words[i] = Snippet());
            case 6:
                return Words(text, (words, i) =>
                    (words[i], words[_random.Next(words.Count)]) =
                        (words[_random.Next(words.Count)], words[i]));
            case 7:
                return Lines(text, (lines, i) => lines.RemoveAt(i));
            case 8:
                return Lines(text, (lines, i) => lines.Insert(i, lines[_random.Next(lines.Count)]));
            case 9:
                return Lines(text, (lines, i) =>
                    lines[i] = new string(' ', _random.Next(8)) + lines[i].TrimStart());
            default:
                return Lines(text, (lines, i) => lines.AddRange(lines.GetRange(0, i)));
        }
    }

    private string Snippet() => _snippets[_random.Next(_snippets.Length)];

    private string Words(string text, Action<List<string>, int> change) => Parts(text, ' ', change);

    private string Lines(string text, Action<List<string>, int> change) => Parts(text, '\n', change);

    private string Parts(string text, char divider, Action<List<string>, int> change)
    {
        var parts = text.Split(divider).ToList();
        change(parts, _random.Next(parts.Count));
        return string.Join(divider, parts);
    }
}
