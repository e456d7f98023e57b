using Simulator.Scenarios.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Scenarios.Reading;

/// <summary>
/// Reads YAML into nodes with places. It works on the parser's events and counts depth and size before a
/// node is made, so that a hostile file is refused and never built.
/// </summary>
internal sealed class YamlReader
{
    private Mark _reached = new(0, 1, 1);
    private readonly string _file;
    private readonly ReadingLimits _limits;
    private readonly ProblemList _problems;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node?> _anchors = [];
    private long _size;

    private YamlReader(TextReader text, string file, ReadingLimits limits, ProblemList problems)
    {
        _file = file;
        _limits = limits;
        _problems = problems;
        _parser = new Parser(text);
    }

    /// <summary>The value that a text holds, or <c>null</c> after a problem was reported.</summary>
    public static Node? Read(string text, string file, ReadingLimits limits, ProblemList problems)
    {
        if (RefuseTabs(text, file, problems))
        {
            return null;
        }

        using var reader = new StringReader(text);
        YamlReader? yaml = null;
        try
        {
            yaml = new YamlReader(reader, file, limits, problems);
            return yaml.ReadDocument();
        }
        catch (Refusal refusal)
        {
            problems.Error(refusal.Place, refusal.Message, refusal.Right);
        }
        catch (YamlException fault)
        {
            problems.Error(
                At(file, fault.Start),
                $"This is not YAML: {Sentence(fault.Message)}",
                "Check the indentation, the brackets and the quotes here and on the line before.");
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException
            or IndexOutOfRangeException or NullReferenceException or FormatException or OverflowException)
        {
            // The parser is not our own, and such texts upset it: mostly a bracket that is never closed.
            problems.Error(
                yaml is null ? new Place(file, 1, 1) : At(file, yaml._reached),
                "This is not YAML: the parser gives up after this.",
                "Look for a bracket or a quote here that is not closed.");
        }

        return null;
    }

    private static bool RefuseTabs(string text, string file, ProblemList problems)
    {
        int line = 0;
        bool found = false;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            line++;
            int indent = written.IndexOfAnyExcept(' ', '\t');
            int tab = written[..Math.Max(indent, 0)].IndexOf('\t');
            if (tab >= 0 && written[indent] != '#')
            {
                found = true;
                problems.Error(
                    new Place(file, line, tab + 1), "The line is indented with a tab.",
                        "Indent with spaces.");
            }
        }

        return found;
    }

    private Node? ReadDocument()
    {
        while (Next() is StreamStart or DocumentStart)
        {
        }

        if (_parser.Current is StreamEnd)
        {
            _problems.Error(new Place(_file, 1, 1), "The file is empty.",
                "A scenario begins with 'format: 1'.");
            return null;
        }

        var root = ReadNode(1);
        while (Next() is DocumentEnd)
        {
        }

        if (_parser.Current is DocumentStart another)
        {
            throw new Refusal(
                At(_file, another.Start), "A second document begins here.", "One file holds one document.");
        }

        return root;
    }

    private Node ReadNode(int depth)
    {
        var current = _parser.Current!;
        var place = At(_file, current.Start);
        if (depth > _limits.Depth)
        {
            throw new Refusal(place, $"Lists and maps are nested more than {_limits.Depth} deep here.");
        }

        if (current is AnchorAlias alias)
        {
            return Repeat(alias, place, depth);
        }

        Count(1, place);
        if (current is not NodeEvent start)
        {
            throw new Refusal(place, "A value is missing here.");
        }

        RefuseTag(start, place);
        string? anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        Node node = start switch
        {
            Scalar scalar => ScalarOf(scalar, place),
            SequenceStart => ReadList(place, depth),
            _ => ReadMap(place, depth),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private ListNode ReadList(Place place, int depth)
    {
        var items = new List<Node>();
        while (Next() is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ListNode(place, items);
    }

    private MapNode ReadMap(Place place, int depth)
    {
        var entries = new List<Entry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Next() is { } current and not MappingEnd)
        {
            var keyPlace = At(_file, current.Start);
            if (current is not Scalar written)
            {
                throw new Refusal(keyPlace, "A key must be a single word, not a list, a map or an alias.");
            }

            RefuseTag(written, keyPlace);
            var key = ScalarOf(written, keyPlace);
            Next();
            var value = ReadNode(depth + 1);
            if (lines.TryAdd(key.Text, keyPlace.Line))
            {
                entries.Add(new Entry(key, value));
            }
            else
            {
                _problems.Error(
                    keyPlace,
                    $"The key '{ScalarNode.Excerpt(key.Text)}' is there already, on line {lines[key.Text]}.",
                    "Keep one of the two.");
            }
        }

        return new MapNode(place, entries);
    }

    private Node Repeat(AnchorAlias alias, Place place, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
        {
            throw new Refusal(place, $"The alias *{alias.Value.Value} has no anchor before it.");
        }

        if (node is null)
        {
            throw new Refusal(place,
                $"The alias *{alias.Value.Value} repeats the value that it is a part of.");
        }

        if (depth + node.Height - 1 > _limits.Depth)
        {
            throw new Refusal(place, $"Lists and maps are nested more than {_limits.Depth} deep here.");
        }

        Count(node.Size, place);
        return node;
    }

    private void Count(long values, Place place)
    {
        _size += values;
        if (_size > _limits.Nodes)
        {
            throw new Refusal(
                place,
                FormattableString.Invariant($"The file holds more than {_limits.Nodes} values here, ")
                    + "those that aliases repeat counted each time.",
                "Put many bodies into a CSV file.");
        }
    }

    private static void RefuseTag(NodeEvent node, Place place)
    {
        if (!node.Tag.IsEmpty && node.Tag.Value != "!")
        {
            throw new Refusal(place, $"The tag {ScalarNode.Excerpt(node.Tag.Value)} has no meaning here.",
                "Write the value without a tag.");
        }
    }

    private ParsingEvent? Next()
    {
        do
        {
            if (!_parser.MoveNext())
            {
                return null;
            }
        }
        while (_parser.Current is Comment);
        _reached = _parser.Current?.Start ?? _reached;

        return _parser.Current;
    }

    private static ScalarNode ScalarOf(Scalar scalar, Place place) =>
        new(place, Vietnamese.Compose(scalar.Value), scalar.Style != ScalarStyle.Plain);

    private static Place At(string file, Mark mark) =>
        new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Sentence(string message)
    {
        string text = ScalarNode.Excerpt(message).Trim();
        text = text.Length == 0 ? "it cannot be parsed" : char.ToLowerInvariant(text[0]) + text[1..];
        return text.EndsWith('.') ? text : $"{text}.";
    }

    private sealed class Refusal(Place place, string message, string? right = null) : Exception(message)
    {
        public Place Place { get; } = place;

        public string? Right { get; } = right;
    }
}
