using System.Text.RegularExpressions;

namespace Simulator.Tests.Conventions;

/// <summary>Rules for the text of a file; each yields what breaks it, one sentence each.</summary>
internal static partial class SourceRules
{
    /// <summary>We aim at 110 columns and 300 lines; these are the bounds that nothing passes.</summary>
    public const int MostColumns = 140;

    public const int MostLines = 400;

    /// <summary>A companion is an enum, or short enough to be read with the type that it belongs to.</summary>
    public const int LinesOfACompanion = 20;

    public static IEnumerable<string> Length(string path, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length > MostLines)
        {
            yield return $"{path} has {lines.Length} lines: what is the second thing that it is about?";
        }

        for (var line = 0; line < lines.Length; line++)
        {
            // A test may quote what a user writes on one line.
            var quotes = path.StartsWith("tests/", StringComparison.Ordinal) && lines[line].Contains('"');
            if (lines[line].Length > MostColumns && !quotes)
            {
                yield return $"{path}({line + 1}) has {lines[line].Length} columns: break it before 110.";
            }
        }
    }

    /// <summary>
    /// A file is named as the first type in it (<c>Name.Part.cs</c> for a part of it); any other type in it
    /// is a companion of that one.
    /// </summary>
    public static IEnumerable<string> OneType(string path, string text)
    {
        var lines = text.Split('\n');
        var types = new List<(string Name, string Kind, int Lines)>();
        for (var line = 0; line < lines.Length; line++)
        {
            if (TypeAtMargin().Match(lines[line]) is { Success: true } type)
            {
                types.Add((type.Groups["name"].Value, type.Groups["kind"].Value, EndOf(lines, line) - line + 1));
            }
        }

        var name = Path.GetFileName(path).Split('.')[0];
        if (types.Count > 0 && types[0].Name != name)
        {
            yield return $"{path} begins with {types[0].Name}: name the file as the type.";
        }

        foreach (var type in types.Skip(1))
        {
            if (type.Kind != "enum" && type.Lines > LinesOfACompanion)
            {
                yield return $"{path} holds {type.Name} too, {type.Lines} lines: give it a file of its own.";
            }
        }
    }

    /// <summary>A type of one line ends with its semicolon, another with the brace at the margin.</summary>
    private static int EndOf(string[] lines, int line)
    {
        var head = Array.FindIndex(lines, line, other => other.StartsWith('{') || other.EndsWith(';'));
        return lines[head].EndsWith(';') ? head : Array.FindIndex(lines, head, other => other.StartsWith('}'));
    }

    public static IEnumerable<string> NoClutter(string path, string text)
    {
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].TrimStart().StartsWith("#region", StringComparison.Ordinal)
                || CommentedOut().IsMatch(lines[line]))
            {
                yield return $"{path}({line + 1}): no regions, and no code that is commented out.";
            }
        }
    }

    /// <summary>What the kernel must not touch, seen in the text, beside the analyzer that refuses it.</summary>
    public static IEnumerable<string> Deterministic(string path, string text)
    {
        foreach (Match found in NonDeterminism().Matches(text))
        {
            yield return $"{path} uses {found.Value}: it differs from run to run or from machine to machine.";
        }
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*"
        + @"(?<kind>class|record struct|record class|record|struct|interface|enum) (?<name>\w+)")]
    private static partial Regex TypeAtMargin();

    [GeneratedRegex(@"^\s*//[^/].*;\s*$")]
    private static partial Regex CommentedOut();

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset|Stopwatch|Guid\.NewGuid|new Random|Random\.Shared|HashCode\.Combine"
        + @"|Thread\.Sleep|Environment\.TickCount|Environment\.ProcessorCount|Task\.Run|MathF|Vector<|FusedMultiplyAdd"
        + @"|Math\.(Exp|Log|Log2|Log10|Pow|Sin|Cos|Tan|Asin|Acos|Atan|Atan2|Sinh|Cosh|Tanh|Cbrt))\b")]
    private static partial Regex NonDeterminism();
}
